import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload'
import { actorOf, isPerson } from '#access/actor.ts'
import { accessOf, nobodyWrites, onlyPeopleRead } from '#access/rules.ts'
import { refuseWhilePlanned } from '#editorial/planned-texts.ts'
import { invalidFields } from '#fields/invalid-fields.ts'
import { refuseWhileReferenced } from '#fields/referenced-by.ts'
import { deliverShowing } from '#publishing/deliver.ts'
import { pictureEvents } from '#publishing/picture-events.ts'
import { keepReviewedPictures } from '#editorial/pictures.ts'
import { answerWhole } from '#record/answer-whole.ts'
import { systemGroup } from './system-group.ts'

/**
 * A picture comes as a file. Payload would fetch one from an address that is named beside it, from here: who
 * asks could make us knock at what only we can reach.
 */
const refuseFilesByAddress: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'create' || req.file || Reflect.get(args, 'duplicateFromID')) return
  // Whoever is nobody is refused by the access rules.
  if (!isPerson(actorOf(req))) return
  throw invalidFields('media', [{ path: 'file', message: noFile }], req)
}

const noFile = {
  de: 'Ein Bild wird als Datei hochgeladen, nicht unter einer Adresse genannt.',
  en: 'A picture is uploaded as a file, not named by an address.',
}

/**
 * Pictures. No SVG and no HTML: a browser would run what is in them.
 *
 * @param folder where their files lie
 */
export const mediaIn = (folder: string): CollectionConfig => ({
  slug: 'media',
  labels: {
    singular: { de: 'Bild', en: 'Picture' },
    plural: { de: 'Bilder', en: 'Pictures' },
  },
  access: accessOf('media'),
  admin: { useAsTitle: 'alt', group: systemGroup },
  disableBulkEdit: true,
  hooks: {
    beforeOperation: [refuseFilesByAddress, keepReviewedPictures, answerWhole],
    beforeDelete: [refuseWhileReferenced, refuseWhilePlanned('media')],
    afterChange: [pictureEvents.change, deliverShowing('media', 'media')],
    afterDelete: [pictureEvents.end],
  },
  upload: {
    staticDir: folder,
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
    pasteURL: false,
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      required: true,
      label: { de: 'Alternativtext', en: 'Alternative text' },
      admin: {
        description: {
          de: 'Was das Bild zeigt, für alle, die es nicht sehen.',
          en: 'What the picture shows, for those who do not see it.',
        },
      },
    },
    { name: 'credit', type: 'text', label: { de: 'Bildnachweis', en: 'Credit' } },
    {
      name: 'uploadedBy',
      type: 'relationship',
      relationTo: 'users',
      access: { read: onlyPeopleRead, create: nobodyWrites, update: nobodyWrites },
      admin: { readOnly: true, position: 'sidebar' },
      hooks: {
        beforeChange: [
          ({ req, operation, value }) => {
            if (operation !== 'create') return value as unknown
            const actor = actorOf(req)
            return isPerson(actor) ? actor.id : null
          },
        ],
      },
    },
    {
      name: 'releasedAt',
      type: 'date',
      access: { create: nobodyWrites, update: nobodyWrites },
      label: { de: 'Öffentlich seit', en: 'Public since' },
      admin: { readOnly: true, position: 'sidebar' },
    },
  ],
})
