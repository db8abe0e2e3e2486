import type { BilingualText } from '#model/text.ts'

/**
 * The words of one topic in every language of the admin. `{{name}}` stands for a value. A word that
 * depends on a number is there twice, as `…_one` and `…_other`, and is said with `count`.
 */
export type Words = Readonly<Record<string, BilingualText>>

/** A word by topic and name, as `home:title`; of one that counts, without its ending. */
export type WordIn<All extends Readonly<Record<string, Words>>> = {
  [Topic in keyof All & string]: `${Topic}:${WithoutEnding<keyof All[Topic] & string>}`
}[keyof All & string]

type WithoutEnding<Name extends string> = Name extends `${infer Base}_one` | `${infer Base}_other`
  ? Base
  : Name

/** The values that stand in a word. */
export type WordValues = Readonly<Record<string, string | number>>
