'use client'

import { useRef, useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import { Problem } from '../kit/Problem.tsx'
import { useLoaded } from '../kit/use-loaded.ts'
import { useSend } from '../kit/use-send.ts'
import { useWords } from '../words/use-words.ts'
import { rememberKey } from './just-made.ts'
import { KeyTable, type SiteKey } from './KeyTable.tsx'
import { NewKeyDialog } from './NewKeyDialog.tsx'
import { WithSecrets } from './WithSecrets.tsx'

const words = {
  intro: 'sites:keysIntro',
  make: 'sites:newKey',
  made: 'sites:keyMade',
  once: 'sites:once',
  none: 'sites:noKeys',
} as const

/** The keys of a site: made, listed and revoked. */
export function SiteKeys({ site, canChange }: { site: string; canChange: boolean }) {
  const { say } = useWords()
  const path = `/sites/${site}/keys`
  const loaded = useLoaded<{ keys: SiteKey[] }>(path)
  const revocation = useSend(path)
  const start = useRef<HTMLParagraphElement>(null)
  const [made, setMade] = useState<string | null>(null)
  const [revoking, setRevoking] = useState<SiteKey | null>(null)
  const keys = loaded.body?.keys

  const revoke = async (key: SiteKey) => {
    const { ok } = await revocation.send(`${path}/${key.id}`, { method: 'DELETE' })
    if (ok) setRevoking(null)
  }

  return (
    <>
      <WithSecrets
        canChange={canChange}
        count={keys?.length ?? null}
        dialog={(close) => (
          <NewKeyDialog
            onClose={close}
            onMade={(key) => {
              rememberKey(site, key)
              setMade(key)
              close()
            }}
            path={path}
          />
        )}
        loaded={loaded}
        onStored={() => {
          setMade(null)
        }}
        secret={made}
        start={start}
        words={words}
      >
        {keys && keys.length > 0 ? (
          <KeyTable keys={keys} {...(canChange ? { onRevoke: setRevoking } : {})} />
        ) : null}
      </WithSecrets>
      {revoking ? (
        <Dialog
          confirm={{
            label: say('sites:revoke'),
            isDangerous: true,
            onClick: () => void revoke(revoking),
          }}
          onClose={() => {
            setRevoking(null)
            revocation.forget()
          }}
          otherwise={start}
          title={say('sites:revokeKey', { name: revoking.label || `${revoking.prefix ?? ''}…` })}
        >
          <p>{say('sites:revokeWarning')}</p>
          {revocation.problem === null ? null : <Problem message={revocation.problem} />}
        </Dialog>
      ) : null}
    </>
  )
}
