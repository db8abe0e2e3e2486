import { Gutter, Link } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { stages } from '#model/stages.ts'
import { readHome, type Home } from '#newsroom/lists/home.ts'
import { Empty } from '../kit/Empty.tsx'
import { StageBadge } from '../kit/StageBadge.tsx'
import { pathOfText, pathOfTexts } from '../texts/paths.ts'
import { TextItem } from '../texts/TextItem.tsx'
import textStyles from '../texts/texts.module.css'
import { formatsIn } from '../words/formats.ts'
import { languageOf, sayWith } from '../words/say.ts'
import { HomePart, type PartContext } from './HomePart.tsx'
import { ownAt, wholeOf } from './whole.ts'
import styles from './home.module.css'

/** What a person of the newsroom sees first. Payload puts the frame around it. */
export async function HomePage({ initPageResult }: AdminViewServerProps) {
  const { req } = initPageResult
  const home = await readHome(req)
  const say = sayWith(req.i18n)
  const language = languageOf(req.i18n)
  const context: PartContext = {
    say,
    language,
    format: formatsIn(language),
    now: new Date(),
  }
  return (
    <Gutter className={styles.page ?? ''}>
      <header className={styles.head}>
        <div>
          <h1 className={styles.heading}>{say('home:title')}</h1>
          <p className={styles.greeting}>{say('home:greeting', { name: home.name })}</p>
        </div>
        <div className={styles.actions}>
          <Link className={styles.action} href="/admin/collections/regional-sections/create">
            {say('home:newSection')}
          </Link>
          <Link className={styles.action} href="/admin/collections/career-profiles/create">
            {say('home:newProfile')}
          </Link>
        </div>
      </header>
      <div className={styles.columns}>
        <div>{home.role === 'author' ? ofAuthor(home, context) : ofEditor(home, context)}</div>
        <div>
          <Mine context={context} home={home} />
          <HomePart
            all={home.role === 'author' ? wholeOf.ownScheduled : wholeOf.deskScheduled}
            context={context}
            empty="home:scheduledEmpty"
            part={home.scheduled}
            title="home:scheduled"
          />
          <HomePart
            all={wholeOf.wentLive}
            context={context}
            empty="home:wentLiveEmpty"
            part={home.wentLive}
            title="home:wentLive"
          />
        </div>
      </div>
    </Gutter>
  )
}

function ofAuthor(home: Home, context: PartContext) {
  return (
    <>
      <SignOffs context={context} home={home} />
      <Asked context={context} home={home} />
      {home.assigned.total > 0 ? (
        <HomePart
          all={wholeOf.assigned}
          context={context}
          part={home.assigned}
          title="home:assigned"
        />
      ) : null}
      <HomePart
        all={wholeOf.ownDueSoon}
        context={context}
        empty="home:dueSoonEmpty"
        part={home.dueSoon}
        title="home:dueSoon"
      />
    </>
  )
}

function ofEditor(home: Home, context: PartContext) {
  const { say } = context
  const [first] = home.queue.texts
  return (
    <>
      <HomePart
        action={
          first ? (
            <Link className={styles.start} href={pathOfText(first, 'review')} prefetch={false}>
              {say('home:queueStart')}
            </Link>
          ) : null
        }
        all={wholeOf.queue}
        context={context}
        empty="home:queueEmpty"
        part={home.queue}
        title="home:queue"
        to="review"
      />
      <SignOffs context={context} home={home} />
      {home.asked.total > 0 ? <Asked context={context} home={home} /> : null}
      <HomePart
        all={wholeOf.approved}
        context={context}
        empty="home:approvedEmpty"
        part={home.approved}
        title="home:approved"
      />
      <HomePart
        all={wholeOf.deskDueSoon}
        context={context}
        empty="home:dueSoonEmpty"
        part={home.dueSoon}
        title="home:dueSoon"
      />
    </>
  )
}

/** For those who give sign-offs: nobody else has to read of an empty list. */
function SignOffs({ home, context }: { home: Home; context: PartContext }) {
  if (home.signOffs.total === 0) return null
  return (
    <HomePart
      all={wholeOf.signOffs}
      context={context}
      part={home.signOffs}
      title="home:signOffs"
      to="review"
    />
  )
}

function Asked({ home, context }: { home: Home; context: PartContext }) {
  const { say } = context
  return (
    <HomePart
      all={wholeOf.asked}
      context={context}
      empty="home:askedEmpty"
      part={home.asked}
      title="home:asked"
    >
      {home.asked.texts.map((text) => (
        <TextItem key={text.id} text={text} {...context}>
          {text.reason ? (
            <p className={textStyles.quote}>
              {say('home:askedBy', { name: text.askedBy ?? '', reason: text.reason })}
            </p>
          ) : null}
        </TextItem>
      ))}
    </HomePart>
  )
}

function Mine({ home, context }: { home: Home; context: PartContext }) {
  const { say, format, language } = context
  const held = stages.filter((stage) => home.mine[stage] > 0)
  if (held.length === 0 && home.role !== 'author') return null
  return (
    <section aria-labelledby="home-mine" className={styles.part}>
      <h2 className={styles.title} id="home-mine">
        {say('home:mine')}
      </h2>
      {held.length === 0 ? (
        <Empty>
          <p>{say('home:mineEmpty')}</p>
          <p>
            <Link href="/admin/import">{say('home:import')}</Link>
          </p>
        </Empty>
      ) : (
        <ul className={styles.stages}>
          {held.map((stage) => (
            <li key={stage}>
              <Link className={styles.stage} href={pathOfTexts(ownAt(stage))} prefetch={false}>
                <strong className={styles.count}>{format.number(home.mine[stage])}</strong>
                <StageBadge language={language} stage={stage} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
