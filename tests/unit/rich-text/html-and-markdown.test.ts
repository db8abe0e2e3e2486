import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlOf } from '#rich-text/html.ts'
import { markdownOf } from '#rich-text/markdown.ts'

const text = (content: string, format = 0) => ({ type: 'text', text: content, format })
const paragraph = (...children: object[]) => ({ type: 'paragraph', children })
const link = (url: string, ...children: object[]) => ({ type: 'link', fields: { url }, children })
const list = (listType: string, ...items: object[][]) => ({
  type: 'list',
  listType,
  tag: listType === 'number' ? 'ol' : 'ul',
  start: 1,
  children: items.map((children, index) => ({ type: 'listitem', value: index + 1, children })),
})
const state = (...children: object[]) => ({ root: { type: 'root', children } })

describe('the HTML of a section', () => {
  it.each([
    [
      [paragraph(text('Ein '), text('fetter', 1), text(' Satz'))],
      '<p>Ein <strong>fetter</strong> Satz</p>',
    ],
    [[paragraph(text('beides', 3))], '<p><strong><em>beides</em></strong></p>'],
    [[{ type: 'heading', tag: 'h1', children: [text('Titel')] }], '<h3>Titel</h3>'],
    [[{ type: 'quote', children: [text('Wort')] }], '<blockquote><p>Wort</p></blockquote>'],
    [[list('bullet', [text('a')], [text('b')])], '<ul><li>a</li><li>b</li></ul>'],
    [[{ ...list('number', [text('c')]), start: 3 }], '<ol start="3"><li>c</li></ol>'],
    [
      [list('bullet', [text('a'), list('bullet', [text('b')])])],
      '<ul><li>a<ul><li>b</li></ul></li></ul>',
    ],
    [
      [paragraph(link('https://example.org/?a=1&b="', text('hin')))],
      '<p><a href="https://example.org/?a=1&amp;b=%22" rel="noopener">hin</a></p>',
    ],
    [[paragraph(link('javascript:alert(1)', text('nichts')))], '<p>nichts</p>'],
    [[paragraph(link('//evil.example', text('nichts')))], '<p>nichts</p>'],
    [[paragraph(text('a'), { type: 'linebreak' }, text('b'))], '<p>a<br>b</p>'],
    [[paragraph(text('<script>&'))], '<p>&lt;script&gt;&amp;</p>'],
    [[paragraph(), paragraph(text('  '))], ''],
    [[{ type: 'unknown', children: [paragraph(text('drin'))] }], '<p>drin</p>'],
  ])('of %j is %s', (children, html) => {
    expect(htmlOf(state(...children))).toBe(html)
  })

  it('holds nothing but the elements that a portrait may have, whatever is in the state', () => {
    const node = fc.letrec((tie) => ({
      node: fc.record(
        {
          type: fc.oneof(
            fc.constantFrom(
              'paragraph',
              'heading',
              'list',
              'listitem',
              'quote',
              'link',
              'text',
              'linebreak',
            ),
            fc.string(),
          ),
          tag: fc.string(),
          listType: fc.constantFrom('number', 'bullet', '"><script>'),
          start: fc.oneof(fc.integer(), fc.string()),
          format: fc.oneof(fc.integer(), fc.string()),
          text: fc.oneof(
            fc.string(),
            fc.constantFrom('<img src=x onerror=alert(1)>', '&lt;', '"\''),
          ),
          fields: fc.record({
            url: fc.oneof(
              fc.webUrl(),
              fc.constantFrom('javascript:x', 'data:text/html,x', 'https://x/"onmouseover="y'),
            ),
          }),
          children: fc.oneof(
            { depthSize: 'small' },
            fc.constant([]),
            fc.array(tie('node'), { maxLength: 3 }),
          ),
        },
        { requiredKeys: ['type'] },
      ),
    })).node
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (children) => {
        const rest = htmlOf({ root: { type: 'root', children } })
          .replace(/<\/?(?:p|h3|blockquote|ul|li|ol|strong|em)>|<br>|<ol start="\d+">/g, '')
          .replace(/<a href="(?:https?:|mailto:|tel:|[/#?])[^"<>]*" rel="noopener">|<\/a>/g, '')
        expect(rest).not.toMatch(/[<>]/)
      }),
    )
  })
})

describe('the Markdown of a section', () => {
  it.each([
    [[paragraph(text('Ein '), text('fetter ', 1), text('Satz'))], 'Ein **fetter** Satz'],
    [
      [paragraph(text('1. kein Punkt')), paragraph(text('# keine Überschrift'))],
      '1\\. kein Punkt\n\n\\# keine Überschrift',
    ],
    [[paragraph(text('3 * 4 _x_ [y] <z>'))], '3 \\* 4 \\_x\\_ \\[y\\] \\<z\\>'],
    [[{ type: 'heading', children: [text('Titel')] }], '### Titel'],
    [[list('number', [text('a')], [text('b')])], '1. a\n2. b'],
    [[list('bullet', [text('a'), list('bullet', [text('b')])])], '- a\n  - b'],
    [[paragraph(link('https://example.org/', text('hin')))], '[hin](<https://example.org/>)'],
    [[{ type: 'quote', children: [text('a'), { type: 'linebreak' }, text('b')] }], '> a\\\n> b'],
  ])('of %j is %j', (children, markdown) => {
    expect(markdownOf(state(...children))).toBe(markdown)
  })
})
