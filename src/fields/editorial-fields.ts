import type { Field } from 'payload'
import { nobodyWrites, onlyEditorsWrite, onlyPeopleRead } from '#access/rules.ts'
import { actorOf, isPerson } from '#access/actor.ts'
import { sectionKindLabels, sectionKinds } from '#model/section-kinds.ts'
import { portraitEditor } from './rich-text.ts'
import { salaryFiguresField } from './salary-figures.ts'

/** The fields that a career profile and a regional section share, in the order of the form. */
export function editorialFields(): Field[] {
  return [
    {
      name: 'kicker',
      type: 'text',
      label: { de: 'Dachzeile', en: 'Kicker' },
      admin: { placeholder: { de: 'Beruf … in …', en: 'Beruf … in …' } },
    },
    {
      name: 'headline',
      type: 'text',
      required: true,
      label: { de: 'Überschrift', en: 'Headline' },
    },
    {
      name: 'intro',
      type: 'textarea',
      required: true,
      label: { de: 'Einleitung', en: 'Introduction' },
      admin: { rows: 5 },
    },
    sections,
    salaryFiguresField,
    {
      name: 'sources',
      type: 'relationship',
      relationTo: 'sources',
      hasMany: true,
      label: { de: 'Quellen', en: 'Sources' },
    },
    media,
    seo,
    provenance,
    {
      name: 'checks',
      type: 'ui',
      label: { de: 'Prüfung', en: 'Checks' },
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: '/src/admin/checks/ChecksPanel.tsx#ChecksPanel' },
      },
    },
    {
      name: 'sites',
      type: 'relationship',
      relationTo: 'sites',
      hasMany: true,
      label: { de: 'Nur für diese Websites', en: 'Only for these sites' },
      access: { read: onlyPeopleRead },
      admin: {
        position: 'sidebar',
        description: { de: 'Leer: für alle.', en: 'Empty: for all.' },
      },
    },
    {
      name: 'author',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      label: { de: 'Autor/in', en: 'Author' },
      access: { read: onlyPeopleRead, create: onlyEditorsWrite, update: onlyEditorsWrite },
      defaultValue: ({ req }) => {
        const actor = actorOf(req)
        return isPerson(actor) ? actor.id : undefined
      },
      admin: { position: 'sidebar' },
    },
    {
      name: 'digest',
      type: 'text',
      index: true,
      access: { create: nobodyWrites, update: nobodyWrites },
      admin: { hidden: true },
    },
    {
      name: 'importedFrom',
      type: 'group',
      label: { de: 'Import', en: 'Import' },
      access: { read: onlyPeopleRead, create: nobodyWrites, update: nobodyWrites },
      admin: { hidden: true },
      fields: [
        { name: 'file', type: 'text' },
        { name: 'sha256', type: 'text' },
        { name: 'at', type: 'date' },
      ],
    },
  ]
}

const sections: Field = {
  name: 'sections',
  type: 'array',
  label: { de: 'Abschnitte', en: 'Sections' },
  labels: {
    singular: { de: 'Abschnitt', en: 'Section' },
    plural: { de: 'Abschnitte', en: 'Sections' },
  },
  admin: { components: { RowLabel: '/src/admin/sections/SectionRowLabel.tsx#SectionRowLabel' } },
  fields: [
    {
      name: 'kind',
      type: 'select',
      required: true,
      label: { de: 'Art', en: 'Kind' },
      options: sectionKinds.map((value) => ({ value, label: sectionKindLabels[value] })),
      admin: { components: { Description: '/src/admin/sections/KindHint.tsx#KindHint' } },
    },
    { name: 'heading', type: 'text', label: { de: 'Zwischenüberschrift', en: 'Heading' } },
    {
      name: 'body',
      type: 'richText',
      required: true,
      label: { de: 'Text', en: 'Text' },
      editor: portraitEditor,
    },
    {
      name: 'kindConfidence',
      type: 'number',
      min: 0,
      max: 1,
      label: { de: 'Sicherheit der Einordnung', en: 'Confidence of the kind' },
      access: { read: onlyPeopleRead },
      admin: {
        readOnly: true,
        condition: (_, row: { kindConfidence?: unknown }) => typeof row.kindConfidence === 'number',
      },
    },
  ],
}

const media: Field = {
  name: 'media',
  type: 'array',
  label: { de: 'Bilder', en: 'Pictures' },
  labels: { singular: { de: 'Bild', en: 'Picture' }, plural: { de: 'Bilder', en: 'Pictures' } },
  fields: [
    {
      name: 'file',
      type: 'upload',
      relationTo: 'media',
      required: true,
      label: { de: 'Bilddatei', en: 'Picture file' },
    },
    { name: 'caption', type: 'text', label: { de: 'Bildunterschrift', en: 'Caption' } },
  ],
}

const seo: Field = {
  name: 'seo',
  type: 'group',
  label: { de: 'Suchmaschinen', en: 'Search engines' },
  fields: [
    { name: 'title', type: 'text', label: { de: 'Seitentitel', en: 'Page title' } },
    {
      name: 'description',
      type: 'textarea',
      label: { de: 'Beschreibung', en: 'Description' },
    },
  ],
}

const provenance: Field = {
  name: 'provenance',
  type: 'group',
  label: { de: 'Herkunft des Textes', en: 'Provenance of the text' },
  admin: {
    description: {
      de: 'Art. 50 der KI-Verordnung: maschinell erzeugte Texte werden gekennzeichnet, es sei denn, ein Mensch hat sie geprüft und jemand steht öffentlich dafür ein.',
      en: 'AI Act, Art. 50: machine-made text is labelled, unless a person reviewed it and a named party answers for it.',
    },
  },
  fields: [
    {
      // Not required: GraphQL would ask for it at every update. The checks demand it.
      name: 'origin',
      type: 'select',
      defaultValue: 'human',
      label: { de: 'Entstanden durch', en: 'Made by' },
      options: [
        { value: 'human', label: { de: 'Mensch', en: 'A person' } },
        { value: 'ai-assisted', label: { de: 'Mensch mit KI', en: 'A person with AI' } },
        { value: 'ai-generated', label: { de: 'KI', en: 'AI' } },
      ],
    },
    { name: 'tool', type: 'text', label: { de: 'Werkzeug', en: 'Tool' } },
    { name: 'date', type: 'date', label: { de: 'Datum', en: 'Date' } },
    {
      name: 'responsible',
      type: 'text',
      label: { de: 'Wer dafür einsteht', en: 'Who answers for it' },
    },
  ],
}
