import { describe, expect, it } from 'vitest'
import { amountsIn } from '#portrait/difference/amounts.ts'
import { judgeProse, judgeWording } from '#portrait/difference/prose.ts'
import { allowed } from '#support/slowness.ts'

describe('a change of running text', () => {
  it.each([
    ['Es gibt 3.000 €.', 'Es gibt 3.200 €.', 'another amount'],
    ['Es gibt 3.000 € mehr.', 'Es gibt mehr.', 'an amount that goes'],
    ['Es gibt mehr.', 'Es gibt 3.000 Euro mehr.', 'an amount that comes'],
    ['Rund 3000 EUR.', 'Rund 2000 EUR.', 'another currency sign'],
    ['3.000 € brutto.', '3.000 € netto.', 'gross turned into net'],
    ['3.000 € im Monat', '3.000 € im Jahr', 'month turned into year'],
    ['3.000 pro Monat', '4.000 pro Monat', 'no currency, but a month'],
    ['brutto 3.000 sind', 'brutto 4.000 sind', 'gross before the amount'],
    ['Um 10 % mehr.', 'Um 15 % mehr.', 'a percentage'],
    ['10 Prozent', '11 Prozent', 'a percentage in words'],
    ['Frauen 2.900 €, Männer 3.100 €', 'Frauen 3.100 €, Männer 2.900 €', 'amounts swapped'],
    ['2.500 bis 3.000 €', '2.000 bis 3.000 €', 'the lower end of a range'],
    ['45 Tsd. €', '45 Mio. €', 'another scale'],
    ['18,50 €/h', '18,90 €/h', 'decimals'],
    ['3.000 € im Monta', '3.000 € im Monat', 'the period of an amount, typo or not'],
  ])('from "%s" to "%s" touches facts: %s', (before, after) => {
    expect(judgeProse(before, after)).toEqual({ risk: 'facts', typos: 0 })
    expect(judgeWording(before, after)).toEqual({ risk: 'facts', typos: 0 })
  })

  it.each([
    ['Das geht.', 'Das geht nicht.', 'a negation'],
    ['Eine Lehre hilft.', 'Keine Lehre hilft.', 'kein for ein'],
    ['Sie brauchen eine kleine Lehre.', 'Sie brauchen eine keine Lehre.', 'kein by one letter'],
    ['Das ist möglich.', 'Das ist unmöglich.', 'un-'],
    ['Nach 3 Jahren', 'Nach 4 Jahren', 'a number'],
    ['Bei 1.5 Grad', 'Bei 15 Grad', 'punctuation between digits'],
    ['von 3-5', 'von 3, 5', 'punctuation and space between digits'],
    ['Bei -5 Grad', 'Bei 5 Grad', 'a sign'],
    ['Bei 15 Tagen', 'Bei 1 5 Tagen', 'space between digits'],
    ['A & B', 'A B', 'a sign that is no punctuation'],
    ['Ein Satz.', 'Ein ganzer Satz.', 'a word that comes'],
    ['Ein ganzer Satz.', 'Ein Satz.', 'a word that goes'],
    ['Sie planen.', 'Sie leiten.', 'another word'],
    ['Die Arbeit zahlt sich aus.', 'Die Arbeit sich zahlt aus.', 'another order'],
    ['Haus bau', 'Hausbau', 'a space inside a word'],
    ['3.000 € im Jahr', '3.000 Euro im Jahr', 'another way to write the same money'],
  ])('from "%s" to "%s" is text: %s', (before, after) => {
    expect(judgeProse(before, after)).toEqual({ risk: 'text', typos: 0 })
    expect(judgeWording(before, after)).toEqual({ risk: 'text', typos: 0 })
  })

  it.each([
    ['Ein  Satz.', 'Ein Satz.', 0, 'spaces'],
    ['Ein Satz.\nNoch einer.', 'Ein Satz. Noch einer.', 0, 'a line'],
    ['Wer plant leitet', 'Wer plant, leitet!', 0, 'punctuation'],
    ['„Plan“ (alt) – neu…', '"Plan" [alt] - neu.', 0, 'quotation marks, brackets and dashes'],
    ['IT Leiter', 'IT-Leiter', 0, 'a hyphen'],
    ['3\u00a0000 Leute', '3 000 Leute', 0, 'the width of a space in a number'],
    ['Aus\u00adbildung', 'Ausbildung', 0, 'a soft hyphen'],
    ['A\u0308rzte', 'Ärzte', 0, 'another spelling of the same letter in Unicode'],
    ['Die Ausbildnug dauert.', 'Die Ausbildung, dauert', 1, 'a typo'],
    ['Ausbildnug und Arbiet', 'Ausbildung und Arbeit', 2, 'two typos'],
  ])('from "%s" to "%s" is cosmetic, %d typos: %s', (before, after, typos) => {
    expect(judgeProse(before, after)).toEqual({ risk: 'cosmetic', typos })
    expect(judgeWording(before, after)).toEqual({ risk: 'text', typos: 0 })
  })
})

describe('the amounts of a text', () => {
  it.each([
    ['Zwischen 3.000 und 4.000 Euro brutto im Monat', ['3.000und4.000€bruttoimmonat']],
    ['von 2.500 Euro bis zu 3.500 €', ['2.500€biszu3.500€']],
    ['3.000–4.000 €', ['3.000-4.000€']],
    ['EUR 2.000,- und € 3', ['€2.000,-', '€3']],
    ['45k € oder 45 Tsd. Euro p. a.', ['45k€', '45tsd.€p.a.']],
    ['3 000 €/Monat', ['3000€/monat']],
    ['brutto 3.200 im Monat', ['brutto3.200immonat']],
    ['monatlich 900', ['monatlich900']],
    ['3.200 monatlich oder 40.000 jährlich', ['3.200monatlich', '40.000jährlich']],
    ['eine 15-prozentige Zulage, 5%ige', ['15-%ige', '5%ige']],
    ['18,50 €/h', ['18,50€/h']],
    ['2 Millionen Euro', ['2millionen€']],
    ['70 TEUR', ['70t€']],
  ])('"%s" are %j', (text, amounts) => {
    expect(amountsIn(text)).toEqual(amounts)
  })

  it.each([
    'Im Jahr 2024 gab es 30 Tage Urlaub für 3 Leute',
    'ohne Zahl: Euro, Prozent, brutto',
    '5 Europäer und 3 Eurasier',
    '12 Monate, 3 Jahre, 2 Stunden',
    'seit 2019 bis 2024',
  ])('"%s" are none', (text) => {
    expect(amountsIn(text)).toEqual([])
  })

  it('are found in hostile texts without delay', () => {
    const start = performance.now()
    for (const hostile of ['1', '1 000 ', '1-', '1.', '€ ', '1 bis zu ', '1 tsd. ']) {
      amountsIn(hostile.repeat(100_000 / hostile.length))
    }
    expect(performance.now() - start).toBeLessThan(allowed(2000))
  })
})
