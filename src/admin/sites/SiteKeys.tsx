'use client'

import { Button } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import { Empty } from '../kit/Empty.tsx'
import { Problem } from '../kit/Problem.tsx'
import { useLoaded } from '../kit/use-loaded.ts'
import { useSend } from '../kit/use-send.ts'
import { useWords } from '../words/use-words.ts'
import { rememberKey } from './just-made.ts'
import { KeyTable, type SiteKey } from './KeyTable.tsx'
import { NewKeyDialog } from './NewKeyDialog.tsx'
import { ShownOnce } from './ShownOnce.tsx'

/** The keys of a site: made, listed and revoked. */
export function SiteKeys({ site, canChange }: { site: string; canChange: boolean }) {
  const { say } = useWords()
  const path = `/sites/${site}/keys`
  const { body, problem, reload } = useLoaded<{ keys: SiteKey[] }>(path)
  const revocation = useSend(path)
  const [isMaking, setIsMaking] = useState(false)
  // Where the focus goes when what had it is gone.
  const start = useRef<HTMLParagraphElement>(null)
  const [made, setMade] = useState<string | null>(null)
  const [revoking, setRevoking] = useState<SiteKey | null>(null)

  const revoke = async (key: SiteKey) => {
    const { ok } = await revocation.send(`${path}/${key.id}`, { method: 'DELETE' })
    if (!ok) return
    setRevoking(null)
    start.current?.focus()
  }

  return (
    <>
      <p ref={start} tabIndex={-1}>
        {say('sites:keysIntro')}
      </p>
      {made === null ? null : (
        <ShownOnce
          onStored={() => {
            setMade(null)
            start.current?.focus()
          }}
          secret={made}
          title={say('sites:keyMade')}
          warning={say('sites:once')}
        />
      )}
      {canChange ? (
        <p>
          <Button
            margin={false}
            onClick={() => {
              setIsMaking(true)
            }}
            type="button"
          >
            {say('sites:newKey')}
          </Button>
        </p>
      ) : null}
      {problem === null ? null : <Problem message={problem} onRetry={() => void reload()} />}
      {body && body.keys.length === 0 ? <Empty>{say('sites:noKeys')}</Empty> : null}
      {body && body.keys.length > 0 ? (
        <KeyTable keys={body.keys} {...(canChange ? { onRevoke: setRevoking } : {})} />
      ) : null}
      {body || problem !== null ? null : <p>{say('kit:loading')}</p>}
      {isMaking ? (
        <NewKeyDialog
          onClose={() => {
            setIsMaking(false)
          }}
          onMade={(key) => {
            rememberKey(site, key)
            setMade(key)
            setIsMaking(false)
          }}
          path={path}
        />
      ) : null}
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
          title={say('sites:revokeKey', { name: revoking.label || `${revoking.prefix ?? ''}…` })}
        >
          <p>{say('sites:revokeWarning')}</p>
          {revocation.problem === null ? null : <Problem message={revocation.problem} />}
        </Dialog>
      ) : null}
    </>
  )
}
