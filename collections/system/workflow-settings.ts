import type { Field, GlobalConfig, NumberFieldSingleValidation } from 'payload'
import { onlyAdmins, onlyPeople } from '#access/rules.ts'
import { editorialCollections } from '#model/documents.ts'
import { risks, riskLabels } from '#model/risk.ts'
import { recordSettings } from '#accounts/account-events.ts'
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

/** How many approvals a change needs, by collection and by what the change puts at risk. */
export const workflowSettings: GlobalConfig = {
  slug: 'workflow-settings',
  label: { de: 'Regeln der Freigabe', en: 'Rules of approval' },
  access: { read: onlyPeople, update: onlyAdmins, readVersions: () => false },
  admin: {
    group: systemGroup,
    hidden: ({ user }) => user?.collection !== 'users' || user.role !== 'admin',
  },
  hooks: { afterChange: [recordSettings] },
  fields: editorialCollections.map((slug): Field => ({
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
      ],
    })),
  })),
}
