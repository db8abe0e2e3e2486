import { describe, expect, it } from 'vitest'
import { clientAddressOf, peerHeader, readTrustedProxies } from '#access/client-address.ts'

describe('where a request comes from', () => {
  it.each([
    ['nobody in between', '203.0.113.5', '', '', '203.0.113.5'],
    ['a header that anybody may write', '203.0.113.5', '198.51.100.7', '', '203.0.113.5'],
    ['a proxy', '10.0.0.2', '198.51.100.7', '10.0.0.0/8', '198.51.100.7'],
    ['two proxies', '10.0.0.2', '198.51.100.7, 10.9.9.9', '10.0.0.0/8', '198.51.100.7'],
    ['what stands before them', '10.0.0.2', '1.1.1.1, 198.51.100.7', '10.0.0.2', '198.51.100.7'],
    ['a proxy that is not trusted', '10.0.0.3', '198.51.100.7', '10.0.0.2', '10.0.0.3'],
    ['a proxy that says nothing', '10.0.0.2', '', '10.0.0.2', '10.0.0.2'],
    ['a proxy that says nonsense', '10.0.0.2', 'unknown', '10.0.0.2', '10.0.0.2'],
    ['an address with its port', '10.0.0.2', '198.51.100.7:4711', '10.0.0.2', '198.51.100.7'],
    ['IPv4 in IPv6', '::ffff:203.0.113.5', '', '', '203.0.113.5'],
    ['a proxy on the machine', '::1', '2001:db8:1:2:3:4:5:6', '::1', '2001:db8:1:2::/64'],
    ['IPv6 with its port', '::1', '[2001:db8::5]:443', '::1', '2001:db8:0:0::/64'],
    ['short IPv6', '2001:db8:0:7::1', '', '', '2001:db8:0:7::/64'],
    ['no connection', '', '198.51.100.7', '127.0.0.1', ''],
  ])('with %s', (_, peer, forwarded, trusted, expected) => {
    const headers = new Headers({ [peerHeader]: peer, 'X-Forwarded-For': forwarded })
    expect(clientAddressOf(headers, readTrustedProxies(trusted))).toBe(expected)
  })

  it.each(['localhost', '10.0.0.0/33', '10.0.0.0/x', '300.1.1.1', '::1/129', '10.0.0.0/8/8'])(
    'is not judged by %s',
    (listed) => {
      expect(() => readTrustedProxies(listed)).toThrow(RangeError)
    },
  )
})
