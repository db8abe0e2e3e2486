import type {
  Field,
  GlobalConfig,
  NumberFieldSingleValidation,
  RelationshipFieldManyValidation,
} from 'payload'
import { relationship } from 'payload/shared'
import { onlyAdmins, onlyPeople } from '#access/rules.ts'
import { editorialCollections, type EditorialCollection } from '#model/documents.ts'
import { risks, riskLabels } from '#model/risk.ts'
import { signOffKinds, signOffLabels } from '#model/sign-offs.ts'
import { recordSettings } from '#accounts/account-events.ts'
import { noteWhatIsSaid, refuseWithoutGivers } from '#workflow/judge-givers.ts'
import { findSignedIn } from '#workflow/named-givers.ts'
import { waitForSignatures } from '#workflow/settings.ts'
import { answerWholeGlobal } from '#record/answer-whole.ts'
import { systemGroup } from './system-group.ts'

const collectionLabels = {
  'career-profiles': { de: 'Berufsprofile', en: 'Career profiles' },
  'regional-sections': { de: 'Regionaltexte', en: 'Regional sections' },
} as const

const mostApprovals = 5

/** Payload's own bounds do not ask for whole numbers. */
const validateWholeNumber: NumberFieldSingleValidation = (value) =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= mostApprovals
    ? true
    : `1–${String(mostApprovals)}`

/** Who may be chosen is narrower than who may stand there: whoever leaves is judged by refuseWithoutGivers. */
const anybodyOfTheHouse: RelationshipFieldManyValidation = (
  value,
  { filterOptions: _, ...options },
) => relationship(value, options)

const locksInReview: Field = {
  name: 'locksInReview',
  type: 'checkbox',
  defaultValue: false,
  label: { de: 'Texte in Prüfung sind gesperrt', en: 'Texts in review are locked' },
  admin: {
    description: {
      de: 'Wer einen Text eingereicht oder geschrieben hat, zieht ihn zurück, um ihn zu ändern. Solange jemand prüft, geht auch das nicht.',
      en: 'Whoever submitted or wrote a text withdraws it to change it. While somebody is reviewing it, not even that.',
    },
  },
}

/** Who may give each kind of sign-off. */
const signOffGivers: Field = {
  name: 'signOffGivers',
  type: 'group',
  label: { de: 'Wer abzeichnet', en: 'Who signs off' },
  admin: {
    description: {
      de: 'Wer an einem Text geschrieben hat, zeichnet ihn nie ab.',
      en: 'Whoever wrote on a text never signs it off.',
    },
  },
  fields: signOffKinds.map((kind): Field => ({
    name: kind,
    type: 'group',
    label: signOffLabels[kind],
    fields: [
      {
        name: 'by',
        type: 'select',
        defaultValue: 'reviewers',
        required: true,
        label: { de: 'Wer', en: 'Who' },
        options: [
          {
            value: 'reviewers',
            label: { de: 'Wer den Text freigeben darf', en: 'Whoever may approve the text' },
          },
          {
            value: 'named',
            label: { de: 'Nur die Genannten', en: 'Those who are named, and nobody else' },
          },
        ],
      },
      {
        name: 'people',
        type: 'relationship',
        relationTo: 'users',
        hasMany: true,
        filterOptions: async ({ req }) => ({ id: { in: await findSignedIn(req) } }),
        validate: anybodyOfTheHouse,
        label: { de: 'Personen', en: 'People' },
      },
      {
        name: 'desks',
        type: 'relationship',
        relationTo: 'desks',
        hasMany: true,
        label: { de: 'Ressorts', en: 'Desks' },
      },
      {
        name: 'experts',
        type: 'checkbox',
        defaultValue: false,
        label: {
          de: 'Auch Fachleute, die über einen Link zustimmen',
          en: 'Experts who agree by a link, too',
        },
      },
    ],
  })),
}

/**
 * How many approvals a change needs, by collection and by what the change puts at risk; and whether a
 * text stays as it is while it is in review.
 */
export const workflowSettings: GlobalConfig = {
  slug: 'workflow-settings',
  label: { de: 'Regeln der Freigabe', en: 'Rules of approval' },
  access: { read: onlyPeople, update: onlyAdmins, readVersions: () => false },
  admin: {
    group: systemGroup,
    hidden: ({ user }) => user?.collection !== 'users' || user.role !== 'admin',
  },
  hooks: {
    beforeOperation: [noteWhatIsSaid, answerWholeGlobal],
    beforeValidate: [refuseWithoutGivers],
    beforeChange: [waitForSignatures],
    afterChange: [recordSettings],
  },
  fields: [...editorialCollections.map(rulesOf), signOffGivers, locksInReview],
}

/** The rules of one collection. */
function rulesOf(slug: EditorialCollection): Field {
  return {
    name: slug === 'career-profiles' ? 'careerProfiles' : 'regionalSections',
    type: 'group',
    label: collectionLabels[slug],
    fields: risks.map((risk): Field => ({
      name: risk,
      type: 'group',
      label: riskLabels[risk],
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'approvals',
              type: 'number',
              defaultValue: 1,
              min: 1,
              max: mostApprovals,
              required: true,
              validate: validateWholeNumber,
              label: { de: 'Freigaben', en: 'Approvals' },
            },
            {
              name: 'role',
              type: 'select',
              label: { de: 'Eine davon durch', en: 'One of them by' },
              options: [
                { value: 'editor', label: { de: 'Redaktion', en: 'Editor' } },
                { value: 'admin', label: { de: 'Verwaltung', en: 'Administrator' } },
              ],
            },
          ],
        },
        {
          name: 'signOffs',
          type: 'select',
          hasMany: true,
          // PostgreSQL cuts names at 63 characters; a table and an enum have two.
          enumName: `enum_sign_offs_of_${slug === 'career-profiles' ? 'profiles' : 'sections'}_${risk}`,
          dbName: `sign_offs_of_${slug === 'career-profiles' ? 'profiles' : 'sections'}_${risk}`,
          label: { de: 'Dazu abzuzeichnen', en: 'Signed off as well' },
          options: signOffKinds.map((value) => ({ value, label: signOffLabels[value] })),
        },
      ],
    })),
  }
}
