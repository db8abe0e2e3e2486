import type { Parts } from '../kinds/field.ts'
import { group } from '../kinds/composite.ts'
import { relation } from '../kinds/relations.ts'
import { amount, webAddress, wording } from '../kinds/simple.ts'
import { nullable, Picture, ref } from '../kinds/shapes.ts'
import { renderPicture } from './picture.ts'

/** Where videos may lie: what a site embeds from there is known not to change its address. */
const hosts = ['youtube.com', 'youtube-nocookie.com', 'youtu.be', 'vimeo.com']

const part = { risk: 'text', inDigest: true, delivered: true } as const

const videoParts = {
  url: { ...part, label: { de: 'Adresse', en: 'Address' }, kind: webAddress({ hosts }) },
  title: {
    ...part,
    label: { de: 'Titel', en: 'Title' },
    kind: wording({ longest: 300, as: 'prose' }),
  },
  seconds: {
    ...part,
    label: { de: 'Länge in Sekunden', en: 'Length in seconds' },
    kind: amount({
      min: 1,
      shape: 'integer',
      description: 'Seconds',
      unit: { de: 'Sekunden', en: 'seconds' },
    }),
  },
  // Who cannot hear reads it: the checks demand one beside each video.
  transcript: {
    ...part,
    label: { de: 'Abschrift', en: 'Transcript' },
    kind: wording({ longest: 50_000, isMultiline: true, as: 'prose' }),
  },
  poster: {
    ...part,
    label: { de: 'Vorschaubild', en: 'Preview picture' },
    kind: relation({
      to: 'media',
      shape: nullable(ref(Picture)),
      named: [Picture],
      render: (value, referred) => renderPicture(value, referred, null),
    }),
  },
} as const satisfies Parts

/** One video beside a text, with its transcript. */
export const video = group(videoParts, { shape: 'Video' })
