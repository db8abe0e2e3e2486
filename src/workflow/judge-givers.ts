import { asc, sql } from 'drizzle-orm'
import type { GlobalBeforeOperationHook, GlobalBeforeValidateHook, PayloadRequest } from 'payload'
import { isActive } from '#access/active.ts'
import { holdLock } from '#database/advisory-lock.ts'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn } from '#database/sql.ts'
import { users } from '#database/tables.ts'
import { invalidFields, type FieldProblem } from '#fields/invalid-fields.ts'
import { isRecord } from '#model/documents.ts'
import { signOffKinds, signOffLabels, type SignOffKind } from '#model/sign-offs.ts'
import { findNamedGivers, kindsOnlyNamedGive } from './named-givers.ts'
import { kindsAskedFor, settingsIn } from './settings.ts'

/** Whoever changes what says who gives a kind of sign-off waits for who does so at the same moment. */
export const lockOfGivers = 'workflow.givers'

/** What a request says of the rules, before Payload completes it by what is there. */
const sent = new WeakMap<PayloadRequest, unknown>()

/** Keeps what is said of the rules, and what is not. */
export const noteWhatIsSaid: GlobalBeforeOperationHook = ({ args, operation, req }) => {
  const said: unknown = Reflect.get(args, 'data')
  // A copy: what is completed is completed in place.
  if (operation === 'update') sent.set(req, structuredClone(said))
}

/**
 * Refuses rules that cannot work: a kind of sign-off that is asked for and that nobody can give, and
 * somebody among those named who has left or was never there. What a request does not speak of stays as it
 * is: other rules can be changed also while somebody who is named has just left.
 *
 * @throws ValidationError 400 naming field and reason
 */
export const refuseWithoutGivers: GlobalBeforeValidateHook = async ({
  data,
  req,
}): Promise<unknown> => {
  const settings = settingsIn(data)
  const kinds = kindsSpokenOf(sent.get(req))
  await holdLock(await sqlIn(req), lockOfGivers)
  const able = await findNamedGivers(req, settings, signOffKinds)
  const problems: FieldProblem[] = []
  for (const kind of kinds.givers) {
    const { by, people } = settings.giversOf(kind)
    if (by !== 'named') continue
    const ids = able.get(kind)?.map(({ id }) => id) ?? []
    const gone = people.filter((person) => !ids.includes(person))
    problems.push(...(await sayWhoIsGone(req, kind, gone)))
  }
  for (const kind of kindsOnlyNamedGive(settings)) {
    const isSpokenOf = kinds.givers.includes(kind) || kinds.asked.includes(kind)
    if (!isSpokenOf || (able.get(kind)?.length ?? 0) > 0) continue
    if (problems.some(({ path }) => path === pathOf(kind))) continue
    const { de, en } = signOffLabels[kind]
    problems.push({
      ...fieldOf(kind),
      message: {
        de: `„${de}“ wird verlangt, und niemand ist genannt, der es geben kann: Nennen Sie Personen, ein Ressort mit Mitgliedern oder Fachleute, oder verlangen Sie es nicht.`,
        en: `A sign-off of this kind (${en}) is asked for, and nobody is named who can give it: name people, a desk with members or experts, or do not ask for it.`,
      },
    })
  }
  if (problems.length > 0) throw invalidFields('workflow-settings', problems, req)
  return data
}

const pathOf = (kind: SignOffKind) => `signOffGivers.${kind}.people`

/** Where the people stand who give a kind, by its path and as the form calls it. */
function fieldOf(kind: SignOffKind): Pick<FieldProblem, 'path' | 'label'> {
  const { de, en } = signOffLabels[kind]
  return {
    path: pathOf(kind),
    label: { de: `Wer abzeichnet > ${de} > Personen`, en: `Who signs off > ${en} > People` },
  }
}

/** The kinds whose givers a request names, and those that it asks for. */
function kindsSpokenOf(said: unknown): { givers: SignOffKind[]; asked: SignOffKind[] } {
  const groups = isRecord(said) && isRecord(said.signOffGivers) ? said.signOffGivers : {}
  return {
    givers: signOffKinds.filter((kind) => isRecord(groups[kind])),
    asked: kindsAskedFor(settingsIn(said)),
  }
}

async function sayWhoIsGone(
  req: PayloadRequest,
  kind: SignOffKind,
  people: readonly string[],
): Promise<FieldProblem[]> {
  if (people.length === 0) return []
  const db = await sqlIn(req)
  const { id, name, deactivatedAt } = users
  const known = await db
    .select({ id, name, deactivatedAt })
    .from(users)
    .where(isOneOf(sql`${id}::text`, people))
    .orderBy(asc(name))
  return people.map((person) => {
    const account = known.find((one) => one.id === person)
    return { ...fieldOf(kind), message: reasonFor(account) }
  })
}

function reasonFor(account: { name: string; deactivatedAt: string | null } | undefined) {
  if (!account) {
    return {
      de: 'Eine der genannten Personen gibt es nicht.',
      en: 'One of the people who are named cannot be found.',
    }
  }
  const { name } = account
  return isActive(account)
    ? {
        de: `${name} hat die Einladung noch nicht angenommen und kann noch nicht abzeichnen.`,
        en: `${name} has not taken up the invitation, and cannot sign off yet.`,
      }
    : {
        de: `${name} ist nicht mehr da (das Konto ist deaktiviert) und kann nicht abzeichnen: Nehmen Sie den Namen heraus.`,
        en: `${name} has left (the account is deactivated) and cannot sign off: take the name out.`,
      }
}
