import fc from 'fast-check'
import { transitionNames } from '#workflow/transitions.ts'
import { signOffKinds } from '#model/sign-offs.ts'
import { anyValue, hostileText, moment, strangeObject, textAbout } from './values.ts'

// What the product's own endpoints take: the names, each with what it is meant to be.

type Names = Readonly<Record<string, fc.Arbitrary<unknown>>>

const words = fc.oneof(
  { weight: 3, arbitrary: fc.constant('Einverstanden.') },
  { weight: 2, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.constantFrom(200, 500, 2000, 10_000).chain(textAbout) },
)
const flag = fc.boolean()
const digest = fc.constantFrom('~~digest~~', `2-${'0'.repeat(64)}`, '0'.repeat(64), 'working')
const person = fc.constantFrom('~~users~~', null, 'me')
const ids = fc
  .tuple(
    fc.constantFrom('~~regional-sections~~', '~~career-profiles~~', '~~users~~', '~~desks~~'),
    fc.constantFrom(0, 1, 2, 100, 101, 500, 501),
  )
  .map(([id, count]) => Array.from({ length: count }, () => id))
const anchor = someOf({
  section: fc.constantFrom<unknown>(0, -1, 1e9, 'x'),
  path: fc.constantFrom(
    'headline',
    'sections.0.body',
    'sections.999.body',
    '__proto__',
    'x'.repeat(201),
  ),
  quote: words,
  position: fc.constantFrom<unknown>(0, -1, 2 ** 31, 1.5),
  prefix: words,
  suffix: words,
})
const password = fc.oneof(
  hostileText,
  fc.constantFrom('a password for the tests', 'x'.repeat(1001)),
)
const email = fc.oneof(
  hostileText,
  fc.constantFrom('a@b.example', `${'x'.repeat(250)}@b.example`, 'jemand@berufsbild.example'),
)
const credential = someOf({
  id: words,
  rawId: words,
  type: fc.constantFrom('public-key', 'x'),
  clientExtensionResults: fc.constant({}),
  response: someOf({
    clientDataJSON: fc.constantFrom(
      'e30',
      'AAAA',
      '!',
      Buffer.from('{"type":"webauthn.get"}').toString('base64url'),
    ),
    attestationObject: fc.constantFrom('oA', 'o2NmbXRkbm9uZQ', '!', 'A'.repeat(10_000)),
    authenticatorData: fc.constantFrom('AAAA', 'A'.repeat(60)),
    signature: words,
    transports: fc.constantFrom<unknown>(['internal'], 'x', []),
  }),
})
const scim = someOf({
  schemas: fc.constantFrom<unknown>(
    ['urn:ietf:params:scim:schemas:core:2.0:User'],
    ['urn:ietf:params:scim:schemas:core:2.0:Group'],
    ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    'x',
  ),
  userName: email,
  displayName: words,
  externalId: words,
  active: fc.constantFrom<unknown>(true, false, 'False', 'x'),
  name: someOf({ formatted: words, givenName: words, familyName: words }),
  emails: fc.array(someOf({ value: email, primary: flag, type: words }), { maxLength: 3 }),
  members: fc.array(someOf({ value: fc.constantFrom('~~users~~', 'x') }), { maxLength: 3 }),
  Operations: fc.oneof(
    fc.array(
      someOf({
        op: fc.constantFrom('add', 'Replace', 'remove', 'x'),
        path: fc.oneof(
          hostileText,
          fc.constantFrom(
            'active',
            'members',
            'members[value eq "~~users~~"]',
            'emails[type eq "work"].value',
            `${'('.repeat(400)}a eq 1${')'.repeat(400)}`,
            `members[${'not ('.repeat(150)}`,
            'x'.repeat(1001),
          ),
        ),
        value: fc.oneof(anyValue, someOf({ active: flag, displayName: words, userName: email })),
      }),
      { maxLength: 3 },
    ),
    fc
      .constantFrom(1000, 1001)
      .map((count) =>
        Array.from({ length: count }, () => ({ op: 'replace', path: 'active', value: true })),
      ),
  ),
})

/** The bodies of endpoints, by what their names end in; the first that fits counts. */
const bodies: readonly { at: RegExp; takes: Names }[] = [
  {
    at: /\/transitions$/,
    takes: {
      transition: fc.constantFrom(...transitionNames),
      comment: words,
      expectedDigest: digest,
      publishAt: moment,
      unpublishAt: moment,
      keepPlan: flag,
      action: fc.constantFrom('publish', 'unpublish'),
      seenFrom: digest,
      ids,
    },
  },
  { at: /\/assignment$/, takes: { author: person, reviewer: person, dueAt: moment } },
  { at: /\/claim$/, takes: { minutes: fc.constantFrom(0, 1, 1440, 1441, 1.5, 2 ** 53) } },
  {
    at: /^POST \/delegations/,
    takes: { from: person, to: person, startsAt: moment, endsAt: moment },
  },
  {
    at: /\/comments(\/:comment)?$/,
    takes: {
      body: words,
      parent: fc.constant('~~users~~'),
      isBlocking: flag,
      on: anchor,
      isResolved: flag,
    },
  },
  { at: /\/expert-links$/, takes: { reader: words, expiresAt: moment } },
  {
    at: /\/expert-review\/:token$/,
    takes: {
      name: words,
      opinion: fc.constantFrom('agree', 'object'),
      comment: words,
      comments: fc
        .tuple(someOf({ body: words, on: anchor }), fc.constantFrom(0, 1, 100, 101))
        .map(([comment, count]) => Array.from({ length: count }, () => comment)),
    },
  },
  {
    at: /\/preview$/,
    takes: { expiresIn: fc.constantFrom(0, 59, 60, 1_209_600, 1_209_601, 1e300) },
  },
  { at: /\/workflow\/plan$/, takes: { isKept: flag } },
  {
    at: /\/sign-offs$/,
    takes: { kind: fc.constantFrom(...signOffKinds), comment: words, expectedDigest: digest },
  },
  { at: /\/take-back$/, takes: { comment: words } },
  { at: /\/restore$/, takes: { expectedDigest: digest, without: fc.constant('gone') } },
  {
    at: /\/keys$/,
    takes: { label: words, expiresAt: moment },
  },
  {
    at: /\/webhooks(\/:hook)?$/,
    takes: {
      url: fc.oneof(
        hostileText,
        fc.constantFrom(
          'https://example.invalid/a',
          'http://localhost/',
          'https://[::1]/',
          'https://user:pass@example.invalid/',
          `https://example.invalid/${'x'.repeat(3000)}`,
          `https://${'a.'.repeat(200)}invalid/`,
        ),
      ),
      isActive: flag,
    },
  },
  {
    at: /\/trial$/,
    takes: {
      key: fc.oneof(words, fc.constant('bb_x')),
      ask: someOf({
        route: fc.constantFrom('portrait', 'portraits', 'changes', 'search'),
        profession: fc.constantFrom<unknown>('koch', 'x'.repeat(201), null),
        region: fc.constantFrom<unknown>('koeln', null),
        text: words,
      }),
    },
  },
  { at: /\/proposals\/:id\//, takes: { expectedDigest: digest, reason: words } },
  {
    at: /\/invitations$/,
    takes: {
      name: words,
      email,
      role: fc.constantFrom('author', 'editor', 'admin', 'x'),
      desks: ids,
      language: fc.constantFrom('de', 'en', 'x'),
    },
  },
  { at: /\/inbox\/read$/, takes: { ids, all: fc.constant(true) } },
  {
    at: /\/inbox\/preferences$/,
    takes: { submitted: fc.constantFrom('immediate', 'daily', 'off', null), returned: words },
  },
  {
    at: /\/coverage\/texts$/,
    takes: {
      pairs: fc
        .tuple(
          someOf({
            profession: fc.constant('~~professions~~'),
            region: fc.constantFrom('~~regions~~', null),
          }),
          fc.constantFrom(0, 1, 500, 501),
        )
        .map(([pair, count]) => Array.from({ length: count }, () => pair)),
    },
  },
  { at: /\/(de|re)activate$/, takes: { reason: words } },
  { at: /\/account\/password$/, takes: { current: password, password } },
  {
    at: /\/(passkeys|sign-in\/passkey)$/,
    takes: { name: words, challenge: words, response: credential },
  },
  {
    at: /\/account\//,
    takes: { code: fc.constantFrom('000000', '1', 'x'.repeat(41)), password },
  },
  {
    at: /\/users\/|\/sites\/(login|forgot|reset|unlock|first)/,
    takes: { email, username: words, password, token: fc.oneof(words, fc.constant('~~token~~')) },
  },
  { at: /\/backchannel-logout$/, takes: { logout_token: fc.constantFrom('a.b.c', '..', 'x') } },
  { at: /\/scim\//, takes: { scim } },
  { at: /\/payload-preferences\//, takes: { value: anyValue } },
]

/** What an endpoint of the product takes, or close to it; `{}` where it takes nothing. */
export function bodyOfOwnDoor(door: string): fc.Arbitrary<unknown> {
  const takes = bodies.find(({ at }) => at.test(door))?.takes
  if (takes?.scim)
    return fc.oneof({ weight: 8, arbitrary: takes.scim }, { weight: 1, arbitrary: anyValue })
  return fc.oneof(
    { weight: 8, arbitrary: someOf(takes ?? {}) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(someOf(takes ?? {}), strangeObject(anyValue))
        .map(([own, more]) => ({ ...own, ...more })),
    },
    { weight: 1, arbitrary: anyValue },
  )
}

/** The parameters in the query of the product's own endpoints. */
export const ownParameters = [
  'q',
  'sort',
  'limit',
  'cursor',
  'collection',
  'stage',
  'risk',
  'profession',
  'region',
  'land',
  'desk',
  'author',
  'reviewer',
  'due',
  'live',
  'approvedBy',
  'claimed',
  'awaiting',
  'planned',
  'after',
  'from',
  'to',
  'person',
  'kind',
  'document',
  'weeks',
  'unread',
  'status',
  'entry',
  'only',
  'dryRun',
  'token',
  'code',
  'state',
  'filter',
  'startIndex',
  'count',
  'attributes',
  'excludedAttributes',
  'sortBy',
] as const

/** Most of the names with a value that fits or does not. */
function someOf(names: Names): fc.Arbitrary<object> {
  const withOthers = Object.fromEntries(
    Object.entries(names).map(([name, value]): [string, fc.Arbitrary<unknown>] => [
      name,
      fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: anyValue }),
    ]),
  )
  return fc.record(withOthers, { requiredKeys: [] })
}
