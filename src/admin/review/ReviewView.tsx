'use client'

import { Gutter, toast, useAuth } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useMemo, useRef, useState } from 'react'
import type { EditorialCollection } from '#model/documents.ts'
import type { TransitionName } from '#workflow/transitions.ts'
import type { CommentPlace } from '../comments/place.ts'
import { useComments } from '../comments/use-comments.ts'
import { Problem } from '../kit/Problem.tsx'
import { ShortcutsDialog } from '../kit/ShortcutsDialog.tsx'
import { useSend } from '../kit/use-send.ts'
import { useShortcuts, type Shortcut } from '../kit/use-shortcuts.ts'
import { pathOfText } from '../texts/paths.ts'
import { StepDialog } from '../workflow/StepDialog.tsx'
import { SignOffs } from '../workflow/SignOffs.tsx'
import { useWorkflowOf } from '../workflow/use-workflow.ts'
import { useWords } from '../words/use-words.ts'
import { NamesIn } from './Names.tsx'
import { readingOf } from './reading.ts'
import { ReviewBar } from './ReviewBar.tsx'
import { ReviewText } from './ReviewText.tsx'
import { placeOfSelection } from './selection.ts'
import { nextMark, sinceOf, type Since } from './since.ts'
import { useReview } from './use-review.ts'
import styles from './review.module.css'

/** A text under review: what changed in it, what is said about it, and what to do with it. */
export function ReviewView(props: { collection: EditorialCollection; id: string }) {
  const { collection, id } = props
  const text = useMemo(() => ({ collection, id }), [collection, id])
  const { say } = useWords()
  const { user } = useAuth()
  const router = useRouter()
  const workflow = useWorkflowOf(text)
  const { view, take } = workflow
  const address = `/${collection}/${id}`
  const queue = useSend<{ next: { collection: EditorialCollection; id: string } | null }>()
  const claims = useSend({ only: `${address}/workflow` })
  const [chosen, setChosen] = useState<Since | null>(null)
  const since = sinceOf(chosen, view)
  const review = useReview(text, since, workflow)
  const { isOutdated } = review
  const isAsked = view?.signOffs.some(({ mayGive }) => mayGive) === true
  const comments = useComments(text, { mayBlock: user?.role !== 'author' || isAsked })
  const [isOnlyChanges, setIsOnlyChanges] = useState(false)
  const [asking, setAsking] = useState<TransitionName | null>(null)
  const [writing, setWriting] = useState<CommentPlace | null>(null)
  const [isHelping, setIsHelping] = useState(false)
  const article = useRef<HTMLDivElement>(null)
  const at = useRef(-1)

  const changes = since === 'nothing' ? [] : (review.difference?.changes ?? [])
  const named = useMemo(
    () => [review.document, review.difference?.changes],
    [review.document, review.difference],
  )
  const reading = review.document
    ? readingOf({ document: review.document, changes, threads: comments.threads })
    : null

  const goToNext = async () => {
    const answer = await queue.send(`/newsroom/queue/next?after=${id}`)
    if (!answer.ok) toast.error(answer.message)
    else if (!answer.body.next || answer.body.next.id === id) toast.info(say('review:lastOfQueue'))
    else router.push(pathOfText(answer.body.next, 'review'))
  }
  const toggleClaim = async () => {
    if (view?.claim && view.claim.by.id !== user?.id) return
    const method = view?.claim ? 'DELETE' : 'POST'
    const answer = await claims.send(`${address}/workflow/claim`, { method, body: {} })
    if (!answer.ok) toast.error(answer.message)
  }
  const step = (direction: 1 | -1) => {
    const marks = [...(article.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])]
    const next = nextMark(at.current, direction, marks.length)
    if (next === null) return
    at.current = next
    const mark = marks[next]
    mark?.scrollIntoView({ block: 'center' })
    mark?.focus({ preventScroll: true })
  }
  const ask = (name: TransitionName) => () => {
    if (view?.allowed.includes(name)) setAsking(name)
  }
  const comment = () => {
    setWriting(placeOfSelection() ?? {})
  }

  const shortcuts: Shortcut[] = [
    { key: 'n', word: 'review:keyNext', run: () => void goToNext() },
    { key: 'a', word: 'review:keyApprove', run: ask('approve') },
    { key: 'r', word: 'review:keyRequest', run: ask('requestChanges') },
    { key: 'c', word: 'review:keyComment', run: comment },
    {
      key: 'j',
      word: 'review:keyForward',
      run: () => {
        step(1)
      },
    },
    {
      key: 'k',
      word: 'review:keyBack',
      run: () => {
        step(-1)
      },
    },
    {
      key: 'o',
      word: 'review:keyOnly',
      run: () => {
        setIsOnlyChanges(!isOnlyChanges)
      },
    },
    { key: 'm', word: 'review:keyClaim', run: () => void toggleClaim() },
    {
      key: '?',
      word: 'review:keyHelp',
      run: () => {
        setIsHelping(true)
      },
    },
  ]
  useShortcuts(shortcuts)

  const failure = workflow.failure ?? review.failure
  return (
    <Gutter className={styles.page ?? ''}>
      {failure === null ? null : <Problem message={failure} onRetry={review.reload} />}
      {view ? (
        <ReviewBar
          difference={review.difference}
          isOnlyChanges={isOnlyChanges}
          number={changes.length}
          onChoose={setAsking}
          onClaim={() => void toggleClaim()}
          onHelp={() => {
            setIsHelping(true)
          }}
          onNext={() => void goToNext()}
          onOnlyChanges={setIsOnlyChanges}
          onSince={setChosen}
          since={since}
          text={text}
          workflow={{ ...workflow, isBusy: workflow.isBusy || isOutdated }}
        />
      ) : null}
      {view ? (
        <SignOffs
          isBusy={workflow.isBusy || isOutdated}
          onSign={(kind) => void workflow.signOff(kind)}
          view={view}
        />
      ) : null}
      {reading && review.document ? (
        <NamesIn of={named}>
          <div ref={article}>
            <ReviewText
              comments={comments}
              isComparing={since !== 'nothing' && review.difference?.from !== null}
              isOnlyChanges={isOnlyChanges}
              onWrite={setWriting}
              reading={reading}
              writing={writing}
            />
          </div>
        </NamesIn>
      ) : (
        <p>{say('kit:loading')}</p>
      )}
      {asking && view ? (
        <StepDialog
          isBusy={workflow.isBusy || isOutdated}
          key={asking}
          onClose={() => {
            setAsking(null)
          }}
          onSend={async (answers) => {
            const seenFrom = asking === 'approve' ? review.difference?.from : null
            await take({
              transition: asking,
              ...answers,
              ...(seenFrom ? { seenFrom } : {}),
              // Of the text that is on the screen, whatever has been loaded beside it since.
              expectedDigest: String(review.document?.digest),
            })
            // Not the dialog of the next step, which may be open by now.
            setAsking((current) => (current === asking ? null : current))
          }}
          stage={view.state}
          transition={asking}
        />
      ) : null}
      {isHelping ? (
        <ShortcutsDialog
          onClose={() => {
            setIsHelping(false)
          }}
          shortcuts={shortcuts}
        />
      ) : null}
    </Gutter>
  )
}
