import type { LookupAddress } from 'node:dns'
import { describe, expect, it } from 'vitest'
import { isPublicAddress } from '#publishing/webhooks/public-address.ts'
import { findTargetProblem, lookUpPublic } from '#publishing/webhooks/target.ts'

const onlyPublic = { allowsPrivate: false }

describe('an address', () => {
  it.each(['8.8.8.8', '93.184.215.14', '172.15.0.1', '172.32.0.1', '100.128.0.1', '2a00:1450::1'])(
    'is public: %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '64:ff9b:1::7f00:1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    '2a00:1450::1%eth0',
    'fec0::1',
    'ff02::1',
    'localhost',
    '',
  ])('is not public: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('the address of a webhook', () => {
  it.each([
    'https://example.org/hook?a=1',
    'http://example.org:8080/',
    'https://8.8.8.8/',
    'https://[2a00:1450::1]/',
    'https://example.org./',
    'https://local.example.org/',
    'https://mylocal.de/',
  ])('may be %s', (url) => {
    expect(findTargetProblem(url, onlyPublic)).toBeNull()
  })

  it.each([
    '',
    'example.org',
    'ftp://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://',
  ])('must be one of HTTP, not "%s"', (url) => {
    expect(findTargetProblem(url, { allowsPrivate: true })).toContain('https://')
  })

  it.each([
    'https://user:word@example.org/',
    'https://user@example.org/',
    'https://:w@example.org/',
  ])('must carry no sign-in: %s', (url) => {
    expect(findTargetProblem(url, { allowsPrivate: true })).toContain('sign-in')
  })

  it.each([
    'http://127.0.0.1:3000/',
    'http://127.0.0.1./',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://①②⑦.0.0.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[fe80::1]/',
    'http://localhost:3500/',
    'http://localhost.:3500/',
    'http://LOCALHOST..:3500/',
    'http://127.1/',
    'http://0/',
    'http://[::]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://１２７。0。0。1/',
    'http://%6cocalhost%2e/',
    'http://ＬＯＣＡＬＨＯＳＴ/',
    'http://017700000001/',
    'http://127.0.0.1%2e/',
    'http:\\\\127.0.0.1\\@example.org/',
    'http://127.0.0.1.:80/',
    'http://cms.localhost/',
    'http://cms.localhost./',
    'http://database/',
    'http://metadata.google.internal/',
    'http://printer.local./',
    'http://router.home.arpa/',
  ])('must not be private where that is not allowed: %s', (url) => {
    expect(findTargetProblem(url, onlyPublic)).toContain('public Internet')
    expect(findTargetProblem(url, { allowsPrivate: true })).toBeNull()
  })
})

describe('the lookup of a host', () => {
  const toPublic = { address: '8.8.8.8', family: 4 }
  const toPrivate = { address: '127.0.0.1', family: 4 }
  const look = (answers: LookupAddress[][], all: boolean) => {
    const lookUp = lookUpPublic((_host, _options, done) => {
      done(null, answers.shift() ?? [])
    })
    return new Promise((resolve, reject) => {
      lookUp('host.example', { all }, (error, found) => {
        if (error) reject(error)
        else resolve(found)
      })
    })
  }

  it('gives the addresses that it has judged, and asks once', async () => {
    // A second answer, as a name that is bound again would give it.
    const answers = [[toPublic], [toPrivate]]
    expect(await look(answers, true)).toEqual([toPublic])
    expect(answers).toHaveLength(1)
    expect(await look([[toPublic]], false)).toBe('8.8.8.8')
  })

  it.each([
    ['a private address', [toPrivate]],
    ['a private address beside a public one', [toPublic, toPrivate]],
    ['no address', []],
  ])('refuses a host with %s', async (_, found) => {
    await expect(look([found], true)).rejects.toThrow('"host.example" is not at an address')
    await expect(look([found], false)).rejects.toThrow('public Internet')
  })

  it('passes on what the resolver says', async () => {
    const lookUp = lookUpPublic((_host, _options, done) => {
      done(new Error('ENOTFOUND'), [])
    })
    const looked = new Promise((_, reject) => {
      lookUp('host.example', {}, reject)
    })
    await expect(looked).rejects.toThrow('ENOTFOUND')
  })
})
