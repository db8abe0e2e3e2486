import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
} from 'payload'
import { actorOf, isAdmin } from '#access/actor.ts'
import { mayBootstrap } from '#access/bootstrap.ts'
import { accessOf, nobodyWrites, onlyAdminsWrite } from '#access/rules.ts'
import { invalidFields } from '#fields/invalid-fields.ts'
import { isRecord } from '#model/documents.ts'
import { NotAllowed } from '#model/errors.ts'
import { roleLabels, roles } from '#model/roles.ts'
import { languageNames, languages } from '#model/text.ts'
import {
  noteNewPassword,
  recordAccountChange,
  recordAccountEnd,
  recordLogin,
  recordLogout,
  recordPasswordReset,
} from '#accounts/account-events.ts'
import { showCommitments } from '#accounts/commitments.ts'
import { endWithRole } from '#accounts/end-with-role.ts'
import { keepAnAdmin, keepOwnAccount, refuseWhoHasLeft } from '#accounts/guard.ts'
import { leavingEndpoints } from '#accounts/leaving-endpoints.ts'
import { lockBeforeChange, lockBeforeLogout } from '#accounts/lock.ts'
import { hideFromPending, refusePendingRefresh } from '#accounts/pending-answers.ts'
import { holdBackWithRole } from '#accounts/weak-sessions.ts'
import { inviteNewAccount, refuseFirstPassword } from '#accounts/new-account.ts'
import { keepErased } from '#accounts/keep-erased.ts'
import { keepOwnAddress } from '#accounts/own-address.ts'
import { refusePasswordByTheWay } from '#accounts/own-password.ts'
import { settleAddressChange } from '#accounts/settle-address.ts'
import { noteLink } from '#accounts/sign-in-method.ts'
import { settleAttempt, slowDownGuessing } from '#accounts/sign-in/attempts.ts'
import { forgotPasswordEndpoint } from '#accounts/forgot-password.ts'
import { refuseLocalPasswords } from '#accounts/local-passwords.ts'
import { linkingEndpoint } from '#accounts/provider/linking.ts'
import type { SignInSettings } from '#accounts/provider/settings.ts'
import { signOutEndpoint } from '#accounts/provider/sign-out.ts'
import { languageOf } from '#notifications/notification.ts'
import { composePasswordMail, passwordLink, toHtml } from '#accounts/mails.ts'
import { keepGiverOfDesk } from '#workflow/keep-givers.ts'
import { answerWhole } from '#record/answer-whole.ts'
import { sayWhatIsAnsweredFor } from './desk-flags.ts'
import { sessionsField } from './sessions-field.ts'
import { systemGroup } from './system-group.ts'

/** The length below which a password is none; as for DEMO_PASSWORD. */
const shortestPassword = 10

/** The people of the newsroom, and how they sign in. */
export const usersWith = (signIn: SignInSettings): CollectionConfig => ({
  slug: 'users',
  labels: {
    singular: { de: 'Person', en: 'Person' },
    plural: { de: 'Personen', en: 'People' },
  },
  access: accessOf('users'),
  auth: {
    // Nobody is locked out: see src/accounts/sign-in/attempts.ts.
    maxLoginAttempts: 0,
    // Its name over https: see src/door/session-cookie.ts.
    cookies: { secure: signIn.authoringOrigin.startsWith('https:'), sameSite: 'Strict' },
    tokenExpiration: 28_800,
    useSessions: true,
    // No expiration here: it would hold for invitations too, which have one of their own.
    forgotPassword: {
      generateEmailSubject: (args) => passwordMailFor(args, signIn.authoringOrigin).subject,
      generateEmailHTML: (args) => toHtml(passwordMailFor(args, signIn.authoringOrigin).text),
    },
  },
  admin: {
    useAsTitle: 'name',
    group: systemGroup,
    defaultColumns: ['name', 'email', 'role'],
    components: {
      views: {
        list: { Component: '/src/admin/people/PeopleList.tsx#PeopleList' },
        edit: { default: { Component: '/src/admin/people/PersonForm.tsx#PersonForm' } },
      },
    },
  },
  disableBulkEdit: true,
  disableDuplicate: true,
  endpoints: [
    forgotPasswordEndpoint,
    signOutEndpoint(signIn),
    linkingEndpoint,
    ...leavingEndpoints,
  ],
  hooks: {
    beforeOperation: [
      refusePendingRefresh,
      refuseLocalPasswords(signIn),
      slowDownGuessing,
      noteLink,
      refuseFirstPassword,
      refusePasswordByTheWay,
      refuseShortPasswords(),
      sayWhatIsAnsweredFor,
      lockBeforeChange,
      answerWhole,
    ],
    beforeChange: [
      refuseStrangers(),
      keepErased,
      keepOwnAddress,
      keepAnAdmin,
      keepGiverOfDesk,
      noteNewPassword,
    ],
    beforeDelete: [keepOwnAccount],
    beforeLogin: [refuseWhoHasLeft],
    afterChange: [
      holdBackWithRole,
      recordAccountChange,
      inviteNewAccount(signIn.authoringOrigin),
      settleAddressChange,
      endWithRole,
      showCommitments,
    ],
    afterDelete: [recordAccountEnd],
    afterLogin: [settleAttempt, recordLogin],
    afterLogout: [lockBeforeLogout, recordLogout],
    afterOperation: [recordPasswordReset, hideFromPending],
  },
  fields: [
    { name: 'name', type: 'text', required: true, label: { de: 'Name', en: 'Name' } },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'author',
      saveToJWT: true,
      label: { de: 'Rolle', en: 'Role' },
      options: roles.map((value) => ({ value, label: roleLabels[value] })),
      access: { create: onlyAdminsWrite, update: onlyAdminsWrite },
    },
    {
      name: 'language',
      type: 'select',
      defaultValue: 'de',
      label: { de: 'Sprache der Benachrichtigungen', en: 'Language of notifications' },
      options: languages.map((value) => ({ value, label: languageNames[value] })),
    },
    {
      name: 'allTexts',
      type: 'checkbox',
      defaultValue: true,
      label: { de: 'Zuständig für alle Texte', en: 'Answers for all texts' },
      access: { create: onlyAdminsWrite, update: onlyAdminsWrite },
      admin: { condition: (data) => data.role === 'editor' },
    },
    {
      name: 'desks',
      type: 'relationship',
      relationTo: 'desks',
      hasMany: true,
      label: { de: 'Ressorts', en: 'Desks' },
      access: { create: onlyAdminsWrite, update: onlyAdminsWrite },
      admin: {
        condition: (data) => data.role !== 'editor' || data.allTexts !== true,
        description: {
          de: 'Eine Redaktion ohne Ressort ist für keinen Text zuständig.',
          en: 'An editor without a desk answers for no text.',
        },
      },
    },
    {
      // Empty: the account is active. What is asked of it stands in src/access/active.ts.
      name: 'deactivatedAt',
      type: 'date',
      index: true,
      label: { de: 'Deaktiviert am', en: 'Deactivated at' },
      access: { create: nobodyWrites, update: nobodyWrites },
      admin: { readOnly: true, condition: (data) => Boolean(data.deactivatedAt) },
    },
    sessionsField,
  ],
})

/** The mail to somebody who has forgotten the password. */
function passwordMailFor(
  args: { token?: string; user?: unknown } | undefined,
  authoringOrigin: string,
) {
  const user = isRecord(args?.user) ? args.user : {}
  return composePasswordMail({
    name: typeof user.name === 'string' ? user.name : '',
    link: passwordLink(authoringOrigin, args?.token ?? ''),
    language: languageOf(user.language),
  })
}

/** Payload takes three characters. Whoever publishes, or may make accounts, needs more. */
function refuseShortPasswords(): CollectionBeforeOperationHook {
  return ({ args, collection, operation, req }) => {
    if (!['create', 'update', 'resetPassword'].includes(operation)) return
    const data: unknown = Reflect.get(args, 'data')
    const password = isRecord(data) ? (data.password ?? undefined) : undefined
    if (password === undefined) return
    if (typeof password === 'string' && password.length >= shortestPassword) return
    const count = String(shortestPassword)
    const message = {
      de: `Das Passwort braucht mindestens ${count} Zeichen.`,
      en: `The password needs at least ${count} characters.`,
    }
    throw invalidFields(collection.slug, [{ path: 'password', message }], req)
  }
}

/**
 * Accounts are made by the administration, or by the start and its commands. This also closes
 * Payload's way for a first visitor to make an account while there is none.
 */
function refuseStrangers(): CollectionBeforeChangeHook {
  return ({ data, operation, req, context }) => {
    if (operation !== 'create' || mayBootstrap(context)) return data
    const actor = actorOf(req)
    if (isAdmin(actor)) return data
    throw new NotAllowed(
      'Accounts are made by an administrator; the first one by "npm run admin:create".',
    )
  }
}
