import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootstrapContext } from '#access/bootstrap.ts'
import type { Role } from '#model/roles.ts'
import { appendEvent, type NewEvent } from '#record/events.ts'
import { makePair, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { statementsOf } from '#support/statements.ts'

// Who is told of what happens to a text: each kind, against what has happened meanwhile to those who
// have to do with it.

describe('who is told', () => {
  let product: Product
  let desk: string
  let region: string
  let people: {
    author: SignedIn
    /** Two of the desk, one of another desk, and one of the administration. */
    editor: SignedIn
    colleague: SignedIn
    elsewhere: SignedIn
    admin: SignedIn
  }

  beforeAll(async () => {
    product = await startProduct()
    region = (await makePair(product)).region
    const makeDesk = async (regions: string[]) =>
      (
        await product.payload.create({
          collection: 'desks',
          data: { name: `Ressort ${randomUUID()}`, regions },
          overrideAccess: true,
        })
      ).id
    desk = await makeDesk([region])
    const other = await makeDesk([(await makePair(product)).region])
    people = {
      author: await product.signIn('author'),
      editor: await product.signIn('editor', { desks: [desk] }),
      colleague: await product.signIn('editor', { desks: [desk] }),
      elsewhere: await product.signIn('editor', { desks: [other] }),
      admin: await product.signIn('admin'),
    }
  })
  afterAll(() => product.close())

  type Name = keyof typeof people
  const write = (by: SignedIn = people.author) => writeSection(product, by, { region })
  const step = async (by: SignedIn, id: string, body: Record<string, unknown>) => {
    const answer = await transition(product, by, id, body)
    expect(answer.status, answer.text).toBe(200)
  }
  const edit = async (by: SignedIn, id: string, change: Record<string, unknown>) => {
    const answer = await product.call('PATCH', `/regional-sections/${id}`, { ...by, body: change })
    expect(answer.status, answer.text).toBe(200)
  }
  const assign = async (id: string, change: object) => {
    const path = `/regional-sections/${id}/workflow/assignment`
    const answer = await product.call('PATCH', path, { ...people.admin, body: change })
    expect(answer.status, answer.text).toBe(200)
  }
  /** Who was told of a text, by their kinds, in order: names of `people`, or the id of anybody else. */
  const toldOf = async (id: string) => {
    const { rows } = await product.sql.query<{ kind: string; person: string }>(
      'SELECT kind, person FROM notifications WHERE document = $1 ORDER BY sequence',
      [id],
    )
    const names = new Map(Object.entries(people).map(([name, { id }]) => [id, name]))
    const told: Record<string, string[]> = {}
    for (const { kind, person } of rows)
      told[kind] = [...(told[kind] ?? []), names.get(person) ?? person].sort()
    return told
  }
  const record = async (id: string, event: Partial<NewEvent> & Pick<NewEvent, 'transition'>) =>
    appendEvent(await product.localRequest(), {
      kind: 'workflow',
      collection: 'regional-sections',
      id,
      actor: null,
      ...event,
    })
  const asActor = ({ id, name }: SignedIn) => ({ id, name })
  /** An account that was made and that nobody has signed in to. */
  const invite = async (role: Role, desks: string[] = []) =>
    product.payload.create({
      collection: 'users',
      data: {
        name: 'Neu',
        email: `${randomUUID()}@berufsbild.example`,
        password: 'a password for the tests',
        role,
        desks,
      },
      overrideAccess: true,
      context: bootstrapContext,
    })
  const deactivate = (id: string) =>
    product.sql.query('UPDATE users SET deactivated_at = now() WHERE id = $1', [id])
  const changeRole = (id: string, role: Role) =>
    product.sql.query('UPDATE users SET role = $2 WHERE id = $1', [id, role])

  describe('of a text that waits for review', () => {
    const reviewers = (...names: Name[]) => names
    it.each<[string, (id: string, reviewer: SignedIn) => Promise<unknown>, Name[] | 'reviewer']>([
      ['nothing happened', () => Promise.resolve(), 'reviewer'],
      [
        'the reviewer corrected a word',
        (id, reviewer) => edit(reviewer, id, { headline: 'Berichtigt' }),
        reviewers('colleague', 'editor'),
      ],
      [
        'the reviewer was demoted',
        (_, { id }) => changeRole(id, 'author'),
        reviewers('colleague', 'editor'),
      ],
      ['the reviewer has left', (_, { id }) => deactivate(id), reviewers('colleague', 'editor')],
      [
        'all of the desk corrected a word',
        async (id, reviewer) => {
          await edit(reviewer, id, { headline: 'Berichtigt' })
          await edit(people.editor, id, { headline: 'Noch einmal' })
          await edit(people.colleague, id, { headline: 'Und noch einmal' })
        },
        reviewers('admin'),
      ],
    ])('when %s', async (_, happen, expected) => {
      // Of no desk of the text's own: only the assignment lets them review it.
      const reviewer = await product.signIn('admin')
      await changeRole(reviewer.id, 'editor')
      await product.sql.query(
        `INSERT INTO users_rels (parent_id, path, desks_id, "order")
           SELECT $1, 'desks', desks_id, 1 FROM users_rels WHERE parent_id = $2`,
        [reviewer.id, people.elsewhere.id],
      )
      const id = await write()
      await assign(id, { reviewer: reviewer.id })
      await happen(id, reviewer)
      await step(people.author, id, { transition: 'submit' })
      const told = await toldOf(id)
      expect(told.submitted).toEqual(expected === 'reviewer' ? [reviewer.id] : expected)
      await deactivate(reviewer.id)
    })

    it('is nobody who wrote it, and nobody of another desk', async () => {
      const id = await write(people.editor)
      await step(people.editor, id, { transition: 'submit' })
      expect(await toldOf(id)).toEqual({ submitted: ['colleague'] })
    })

    it('is nobody who never signed in', async () => {
      const invited = await invite('editor', [desk])
      const id = await write()
      await assign(id, { reviewer: invited.id })
      await step(people.author, id, { transition: 'submit' })
      expect(await toldOf(id)).toEqual({ submitted: ['colleague', 'editor'] })
    })

    it('are those who may give the second signature after the first', async () => {
      const rule = { approvals: 2 }
      const rules = (group: object) =>
        product.payload.updateGlobal({
          slug: 'workflow-settings',
          data: { regionalSections: { facts: group, text: group, cosmetic: group } },
          overrideAccess: true,
        })
      await rules(rule)
      const id = await write()
      await step(people.author, id, { transition: 'submit' })
      await step(people.editor, id, { transition: 'approve' })
      await rules({ approvals: 1 })
      expect(await toldOf(id)).toEqual({
        submitted: ['colleague', 'editor'],
        awaitsSignature: ['colleague'],
        // One signature is enough by the rules of now.
        approved: ['author', 'editor'],
      })
    })

    it('are those who sign off beside the approval, and they again when only they are missing', async () => {
      const lawyer = await product.signIn('author')
      const linguist = await product.signIn('author')
      await product.sql.query(
        `INSERT INTO users_rels (parent_id, path, desks_id, "order")
           SELECT $1, 'desks', desks_id, 1 FROM users_rels WHERE parent_id = $2 LIMIT 1`,
        [linguist.id, people.elsewhere.id],
      )
      const { rows } = await product.sql.query<{ desk: string }>(
        `SELECT desks_id AS desk FROM users_rels WHERE parent_id = $1 AND path = 'desks'`,
        [people.elsewhere.id],
      )
      const desks = rows.map((row) => row.desk)
      const ask = async (signOffs: string[]) => {
        const rule = { approvals: 1, role: null, signOffs }
        const body = {
          regionalSections: { facts: rule, text: rule, cosmetic: rule },
          signOffGivers: {
            legal: { by: 'named', people: [lawyer.id], desks: [], experts: false },
            language: { by: 'named', people: [], desks, experts: false },
          },
        }
        const path = '/globals/workflow-settings'
        const answer = await product.call('POST', path, { ...people.admin, body })
        expect(answer.status, answer.text).toBe(200)
      }
      await ask(['legal', 'language'])
      const id = await write()
      const sign = async (by: SignedIn, kind: string) => {
        const path = `/regional-sections/${id}/workflow/sign-offs`
        const answer = await product.call('POST', path, { ...by, body: { kind } })
        expect(answer.status, answer.text).toBe(201)
      }
      await step(people.author, id, { transition: 'submit' })
      // Whoever is of a desk that is named signs off, whatever that desk covers.
      const asked = ['colleague', 'editor', 'elsewhere', lawyer.id, linguist.id].sort()
      expect(await toldOf(id)).toEqual({ submitted: asked })
      await sign(linguist, 'language')
      await step(people.editor, id, { transition: 'approve' })
      expect(await toldOf(id)).toEqual({ submitted: asked, awaitsSignature: [lawyer.id] })
      await sign(lawyer, 'legal')
      // The editor may publish it.
      expect((await toldOf(id)).approved).toEqual(['author', 'editor'])
      const takeBack = `/regional-sections/${id}/workflow/sign-offs/legal/take-back`
      const body = { comment: 'Das trägt so nicht.' }
      expect((await product.call('POST', takeBack, { ...people.admin, body })).status).toBe(200)
      expect((await toldOf(id)).approvalRevoked).toEqual(['author', lawyer.id].sort())
      await ask([])
    })

    it('are those of the role that is missing, when one more signature is asked for', async () => {
      const ask = (rule: object) =>
        product.payload.updateGlobal({
          slug: 'workflow-settings',
          data: { regionalSections: { facts: rule, text: rule, cosmetic: rule } },
          overrideAccess: true,
        })
      await ask({ approvals: 2, role: 'admin' })
      const id = await write()
      await step(people.author, id, { transition: 'submit' })
      await step(people.editor, id, { transition: 'approve' })
      expect(await toldOf(id)).toEqual({
        submitted: ['colleague', 'editor'],
        awaitsSignature: ['admin'],
      })
      await ask({ approvals: 1, role: null })
    })

    it('are, after a text that they wrote is taken off the net, whoever may sign the next instead', async () => {
      const id = await write()
      await edit(people.editor, id, { headline: 'Von der Redakteurin' })
      await step(people.author, id, { transition: 'submit' })
      await step(people.colleague, id, { transition: 'approve' })
      await step(people.colleague, id, { transition: 'publish' })
      await edit(people.author, id, { headline: 'Ein Komma anders' })
      await step(people.author, id, { transition: 'submit' })
      await step(people.editor, id, { transition: 'approve' })
      await step(people.admin, id, { transition: 'unpublish' })
      const told = await toldOf(id)
      expect(told.unpublished).toContain('author')
      expect([...(told.unpublished ?? []), ...(told.approvalRevoked ?? [])]).toContain('editor')
      expect(told.approvalRevoked).toContain('colleague')
    })

    it('are, after an approval is taken back, signers, writers and those who may approve', async () => {
      const id = await write()
      await step(people.author, id, { transition: 'submit' })
      await step(people.editor, id, { transition: 'approve' })
      await step(people.editor, id, { transition: 'schedule', publishAt: '2099-01-01T00:00Z' })
      await step(people.admin, id, { transition: 'revokeApproval', comment: 'Falsche Zahl.' })
      expect((await toldOf(id)).approvalRevoked).toEqual(['author', 'colleague', 'editor'])
    })
  })

  it.each<[string, (id: string) => Promise<void>, Name[]]>([
    ['withdrawn', (id) => step(people.author, id, { transition: 'withdraw' }), []],
    ['edited', (id) => edit(people.author, id, { headline: 'Anders' }), []],
    ['corrected by another', (id) => edit(people.admin, id, { headline: 'Anders' }), ['author']],
  ])('when a text is %s in review are claimer, reviewer and writer', async (_, happen, others) => {
    const id = await write()
    await assign(id, { reviewer: people.colleague.id })
    await step(people.author, id, { transition: 'submit' })
    const claim = `/regional-sections/${id}/workflow/claim`
    expect((await product.call('POST', claim, people.editor)).status).toBe(200)
    await happen(id)
    expect((await toldOf(id)).reviewEnded).toEqual([...others, 'colleague', 'editor'])
  })

  describe('of a text that is approved, beside its author,', () => {
    const ask = async (approvals: number, lawyer?: string) => {
      const rule = { approvals, role: null, signOffs: lawyer === undefined ? [] : ['legal'] }
      const body = {
        regionalSections: { facts: rule, text: rule, cosmetic: rule },
        signOffGivers: {
          legal: lawyer === undefined ? { by: 'reviewers' } : { by: 'named', people: [lawyer] },
        },
      }
      const path = '/globals/workflow-settings'
      const answer = await product.call('POST', path, { ...people.admin, body })
      expect(answer.status, answer.text).toBe(200)
    }
    const submit = async (reviewer?: Name) => {
      const id = await write()
      if (reviewer) await assign(id, { reviewer: people[reviewer].id })
      await step(people.author, id, { transition: 'submit' })
      return id
    }
    const approve = (by: SignedIn, id: string) => step(by, id, { transition: 'approve' })

    it('is nobody where who approved it may publish it', async () => {
      const id = await submit()
      await approve(people.editor, id)
      expect((await toldOf(id)).approved).toEqual(['author'])
    })

    it('is its reviewer, whoever approved it', async () => {
      const id = await submit('colleague')
      await approve(people.admin, id)
      expect((await toldOf(id)).approved).toEqual(['author', 'colleague'])
    })

    it('is who signed before the last', async () => {
      await ask(2)
      const id = await submit()
      await approve(people.editor, id)
      await approve(people.admin, id)
      expect((await toldOf(id)).approved).toEqual(['author', 'editor'])
      await ask(1)
    })

    it('is the desk, or else the administration, where nobody who signed it may publish it', async () => {
      const lawyer = await product.signIn('author')
      await ask(1, lawyer.id)
      for (const [authors, expected] of [
        [[], ['author', 'colleague']],
        [['colleague'], ['admin', 'author']],
      ] as const) {
        const signer = await product.signIn('editor', { desks: [desk] })
        const id = await submit()
        await approve(signer, id)
        await changeRole(signer.id, 'author')
        // So that one is left who may publish.
        for (const name of ['editor', ...authors] as const)
          await changeRole(people[name].id, 'author')
        const path = `/regional-sections/${id}/workflow/sign-offs`
        const signed = await product.call('POST', path, { ...lawyer, body: { kind: 'legal' } })
        expect(signed.get('state'), signed.text).toBe('approved')
        for (const name of ['editor', ...authors] as const)
          await changeRole(people[name].id, 'editor')
        expect((await toldOf(id)).approved).toEqual([...expected, signer.id].sort())
      }
      await ask(1)
    })
  })

  describe('when a signature falls', () => {
    const ask = async (rule: object) => {
      const asked = { approvals: 1, role: null, signOffs: [], ...rule }
      const reviewers = { by: 'reviewers', people: [], desks: [], experts: false }
      const body = {
        regionalSections: { facts: asked, text: asked, cosmetic: asked },
        signOffGivers: { legal: reviewers, language: reviewers },
      }
      const path = '/globals/workflow-settings'
      const answer = await product.call('POST', path, { ...people.admin, body })
      expect(answer.status, answer.text).toBe(200)
    }
    const approve = async () => {
      const id = await write()
      await step(people.author, id, { transition: 'submit' })
      await step(people.editor, id, { transition: 'approve' })
      return id
    }
    const plan = (id: string) =>
      step(people.editor, id, { transition: 'schedule', publishAt: '2099-01-01T00:00Z' })

    it.each<[string, Name, Name[]]>([
      ['somebody else', 'admin', ['author', 'editor']],
      ['its author', 'author', ['editor']],
      ['who signed it', 'editor', ['author']],
    ])('of an approved text that %s edits', async (_, by, expected) => {
      const id = await approve()
      await edit(people[by], id, { headline: 'Anders' })
      expect((await toldOf(id)).approvalEnded).toEqual(expected)
      // The words of before come back, and nobody has signed them in this round.
      await edit(people[by], id, { headline: 'Noch anders' })
      expect((await toldOf(id)).approvalEnded).toEqual(expected)
    })

    it('of a planned text, and not of one whose plan stays', async () => {
      const [fallen, kept] = [await approve(), await approve()]
      await plan(fallen)
      await plan(kept)
      await edit(people.admin, fallen, { headline: 'Anders' })
      expect((await toldOf(fallen)).approvalEnded).toEqual(['author', 'editor'])
      const path = `/regional-sections/${kept}?keepPlan=true`
      const body = { headline: 'Die nächste Fassung' }
      expect((await product.call('PATCH', path, { ...people.admin, body })).status).toBe(200)
      expect((await toldOf(kept)).approvalEnded).toBeUndefined()
    })

    it('of two that a text in review was to have, by an edit or a withdrawal', async () => {
      await ask({ approvals: 2 })
      const [edited, withdrawn] = [await approve(), await approve()]
      await edit(people.author, edited, { headline: 'Anders' })
      expect((await toldOf(edited)).reviewEnded).toEqual(['editor'])
      await step(people.author, withdrawn, { transition: 'withdraw' })
      expect((await toldOf(withdrawn)).reviewEnded).toEqual(['editor'])
      await ask({})
    })

    it('is told to whoever signed off what has changed, and to nobody else who did', async () => {
      await ask({ signOffs: ['legal', 'language'] })
      const id = await write()
      await step(people.author, id, { transition: 'submit' })
      const path = `/regional-sections/${id}/workflow/sign-offs`
      const sign = async (by: SignedIn, kind: string) =>
        expect((await product.call('POST', path, { ...by, body: { kind } })).status).toBe(201)
      await sign(people.editor, 'language')
      await sign(people.colleague, 'legal')
      await edit(people.author, id, { headline: 'Anders' })
      expect((await toldOf(id)).reviewEnded).toEqual(['editor'])
      await ask({})
    })
  })

  it('when a text is reopened by somebody else is its author', async () => {
    const id = await write()
    await step(people.editor, id, { transition: 'archive' })
    await step(people.colleague, id, { transition: 'reopen' })
    expect((await toldOf(id)).reopened).toEqual(['author'])
  })

  it('when changes are asked of somebody who is not there is the desk', async () => {
    const absent = await invite('author')
    const id = await write(people.editor)
    await edit(people.editor, id, { author: absent.id })
    await step(people.editor, id, { transition: 'submit' })
    await step(people.editor, id, { transition: 'requestChanges', comment: 'Bitte kürzen.' })
    expect((await toldOf(id)).returned).toEqual(['colleague'])
  })

  it('when a text of somebody who is gone comes out of the trash is the desk', async () => {
    const author = await product.signIn('author')
    const id = await write(author)
    const path = `/regional-sections/${id}`
    expect((await product.call('DELETE', path, people.admin)).status).toBe(200)
    await deactivate(author.id)
    const trashed = `/regional-sections/trash/${id}/restore`
    expect((await product.call('POST', trashed, people.admin)).status).toBe(200)
    expect((await toldOf(id)).restored).toEqual(['colleague', 'editor'])
  })

  it.each([
    ['archived', (id: string) => step(people.admin, id, { transition: 'archive' })],
    [
      'deleted',
      async (id: string) => {
        const path = `/regional-sections/${id}`
        expect((await product.call('DELETE', path, people.admin)).status).toBe(200)
      },
    ],
  ])('when a text is %s are author, assigned, reviewer and planner', async (kind, happen) => {
    const planner = await product.signIn('editor', { desks: [desk] })
    const id = await write()
    await assign(id, { author: people.colleague.id, reviewer: people.editor.id })
    await step(people.author, id, { transition: 'submit' })
    await step(people.editor, id, { transition: 'approve' })
    await step(planner, id, { transition: 'schedule', publishAt: '2099-01-01T00:00Z' })
    await happen(id)
    expect((await toldOf(id))[kind]).toEqual(['author', 'colleague', 'editor', planner.id].sort())
    await deactivate(planner.id)
  })

  it('when a text is deleted tells of it by its title', async () => {
    const id = await write()
    await assign(id, { reviewer: people.editor.id })
    const path = `/regional-sections/${id}`
    expect((await product.call('DELETE', path, people.admin)).status).toBe(200)
    expect((await toldOf(id)).deleted).toEqual(['author', 'editor'])
    const inbox = await product.call('GET', '/inbox', people.editor)
    expect(inbox.get('entries.0')).toMatchObject({ kind: 'deleted', document: id })
    expect(inbox.get('entries.0.title')).toMatch(/^Beruf /u)
    // It was never live: it comes back, and those who were told that it is gone hear it.
    const trashed = `/regional-sections/trash/${id}/restore`
    expect((await product.call('POST', trashed, people.admin)).status).toBe(200)
    expect((await toldOf(id)).restored).toEqual(['author', 'editor'])
  })

  describe('of a plan', () => {
    const plan = async () => {
      const id = await write()
      await step(people.author, id, { transition: 'submit' })
      await step(people.editor, id, { transition: 'approve' })
      await step(people.editor, id, { transition: 'schedule', publishAt: '2099-01-01T00:00Z' })
      return id
    }
    const digestOf = async (id: string) => {
      const view = await product.call('GET', `/regional-sections/${id}/workflow`, people.admin)
      return String(view.get('digest'))
    }

    it('that failed are all who can mend it', async () => {
      const id = await plan()
      const standIn = await product.signIn('editor', { desks: [] })
      await changeRole(standIn.id, 'author')
      await product.sql.query(
        `INSERT INTO workflow_delegations (from_person, to_person, starts_at, ends_at, created_by)
           VALUES ($1, $2, now() - interval '1 day', now() + interval '1 day', $1)`,
        [people.elsewhere.id, standIn.id],
      )
      const digest = await digestOf(id)
      await record(id, {
        kind: 'plan',
        transition: 'planFailed',
        digest,
        actor: asActor(standIn),
        comment: 'Nein.',
        data: { plan: 'p', action: 'publish', dueAt: '2099-01-01T00:00:00Z' },
      })
      const { planFailed } = await toldOf(id)
      expect(planFailed).toEqual(
        ['admin', 'author', 'colleague', 'editor', 'elsewhere', standIn.id].sort(),
      )
    })

    it('that somebody else moved is who made it, with both dates', async () => {
      const id = await plan()
      const publishAt = '2099-02-01T11:00:00Z'
      await step(people.colleague, id, { transition: 'schedule', publishAt })
      expect((await toldOf(id)).planMoved).toEqual(['editor'])
      const text = String(
        (await product.call('GET', '/inbox', people.editor)).get('entries.0.text'),
      )
      expect(text).toContain('01.01.2099, 01:00')
      expect(text).toContain('01.02.2099, 12:00')
    })

    it('that they moved themselves is nobody', async () => {
      const id = await plan()
      const publishAt = '2099-02-01T11:00:00Z'
      await step(people.editor, id, { transition: 'schedule', publishAt })
      expect((await toldOf(id)).planMoved).toBeUndefined()
    })

    it('that a comment holds up are planner and signer, once', async () => {
      const id = await plan()
      const comments = `/regional-sections/${id}/workflow/comments`
      const body = { body: 'Die Zahl stimmt nicht.', isBlocking: true }
      const said = await product.call('POST', comments, { ...people.colleague, body })
      expect(said.status, said.text).toBe(201)
      expect(await toldOf(id)).toMatchObject({ blocked: ['editor'], comment: ['author'] })
    })

    it('that stays while its text is written on are they only where a comment holds it', async () => {
      const id = await plan()
      const comments = `/regional-sections/${id}/workflow/comments`
      const comment = async (body: string) => {
        const sent = { ...people.colleague, body: { body, isBlocking: true } }
        return String((await product.call('POST', comments, sent)).get('id'))
      }
      const say = async (thread: string, isResolved: boolean) => {
        const sent = { ...people.colleague, body: { isResolved } }
        expect((await product.call('PATCH', `${comments}/${thread}`, sent)).status).toBe(200)
      }
      const onPlanned = await comment('Die Zahl stimmt nicht.')
      await say(onPlanned, true)
      expect((await toldOf(id)).blocked).toEqual(['editor'])
      const path = `/regional-sections/${id}?keepPlan=true`
      const written = { ...people.author, body: { headline: 'Die nächste Fassung' } }
      expect((await product.call('PATCH', path, written)).status).toBe(200)
      // Of the next version: the plan goes its way.
      const onNext = await comment('Auch hier stimmt die Zahl nicht.')
      await say(onNext, true)
      await say(onNext, false)
      expect((await toldOf(id)).blocked).toEqual(['editor'])
      await say(onPlanned, false)
      expect((await toldOf(id)).blocked).toEqual(['editor', 'editor'])
    })

    it('to end a publication is nobody, since no comment holds it up', async () => {
      const id = await write()
      await step(people.author, id, { transition: 'submit' })
      await step(people.editor, id, { transition: 'approve' })
      await step(people.editor, id, { transition: 'publish' })
      await step(people.editor, id, { transition: 'schedule', unpublishAt: '2099-01-01T00:00Z' })
      const comments = `/regional-sections/${id}/workflow/comments`
      const body = { body: 'Die Zahl stimmt nicht.', isBlocking: true }
      await product.call('POST', comments, { ...people.colleague, body })
      expect((await toldOf(id)).blocked).toBeUndefined()
    })

    it('is nobody where a blocking comment holds up nothing', async () => {
      const id = await write()
      await step(people.author, id, { transition: 'submit' })
      const comments = `/regional-sections/${id}/workflow/comments`
      const body = { body: 'Die Zahl stimmt nicht.', isBlocking: true }
      await product.call('POST', comments, { ...people.colleague, body })
      const told = await toldOf(id)
      expect(told.blocked).toBeUndefined()
      expect(told.comment).toEqual(['author'])
    })
  })

  it('when the author changes are the old one and the new one', async () => {
    const id = await write()
    await edit(people.admin, id, { author: people.colleague.id })
    expect((await toldOf(id)).authorChanged).toEqual(['author', 'colleague'])
    const inbox = await product.call('GET', '/inbox', people.author)
    expect(inbox.get('entries.0.text')).toContain(people.colleague.name)
  })

  it.each<[string, () => Promise<string>, Name[]]>([
    ['is there', () => Promise.resolve(people.editor.id), ['editor', 'elsewhere']],
    [
      'was demoted',
      async () => {
        const maker = await product.signIn('editor', { desks: [desk] })
        await changeRole(maker.id, 'author')
        return maker.id
      },
      ['colleague', 'editor', 'elsewhere'],
    ],
    [
      'has left',
      async () => {
        const maker = await product.signIn('editor', { desks: [desk] })
        await deactivate(maker.id)
        return maker.id
      },
      ['colleague', 'editor', 'elsewhere'],
    ],
  ])('when an expert objects and who made the link %s', async (_, maker, expected) => {
    const id = await write()
    await assign(id, { reviewer: people.elsewhere.id })
    await record(id, {
      kind: 'expert',
      transition: 'opinion',
      data: { name: 'Dr. Blei', opinion: 'object', madeBy: await maker() },
    })
    expect((await toldOf(id)).opinion).toEqual(expected)
  })

  it('is found with as many statements in a large house as in a small one', async () => {
    const submit = async () => {
      const id = await write()
      const seen = await statementsOf(product.payload, () =>
        step(people.author, id, { transition: 'submit' }),
      )
      return { count: seen.length, told: (await toldOf(id)).submitted?.length }
    }
    const small = await submit()
    await product.sql.query(
      `WITH made AS (
         INSERT INTO users (name, email, role, all_texts)
           SELECT 'Viele ' || n, 'viele-' || n || '@berufsbild.example', 'editor', true
             FROM generate_series(1, 200) AS n RETURNING id, name)
       INSERT INTO workflow_events (kind, document_collection, document, transition, actor, actor_name)
         SELECT 'account', 'users', id, 'login', id, name FROM made`,
    )
    const large = await submit()
    expect(large.told).toBe(Number(small.told) + 200)
    expect(large.count).toBe(small.count)
  })
})
