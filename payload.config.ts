import { postgresAdapter } from '@payloadcms/db-postgres'
import { de } from '@payloadcms/translations/languages/de'
import { en } from '@payloadcms/translations/languages/en'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import { withAccess } from '#access/graphql.ts'
import { closeInternalCollections } from '#access/internal-collections.ts'
import { answerMissingFiles } from '#access/missing-files.ts'
import { careerProfiles } from '#collections/editorial/career-profiles.ts'
import { regionalSections } from '#collections/editorial/regional-sections.ts'
import { importRuns } from '#collections/jobs/import-runs.ts'
import { jobFeeds } from '#collections/jobs/job-feeds.ts'
import { jobReferences } from '#collections/jobs/job-references.ts'
import { employers } from '#collections/reference/employers.ts'
import { professions } from '#collections/reference/professions.ts'
import { regions } from '#collections/reference/regions.ts'
import { sources } from '#collections/reference/sources.ts'
import { desks } from '#collections/system/desks.ts'
import { mediaIn } from '#collections/system/media.ts'
import { sitesWith } from '#collections/system/sites.ts'
import { usersWith } from '#collections/system/users.ts'
import {
  workflowApprovals,
  workflowEvents,
  workflowStates,
} from '#collections/system/workflow-records.ts'
import { workflowSettings } from '#collections/system/workflow-settings.ts'
import { adminPages } from '#admin/pages.ts'
import { translations } from '#admin/words/index.ts'
import { adapt } from '#database/adapt.ts'
import { runAfterCommits } from '#database/after-commit.ts'
import { limitTransactions } from '#database/limit-transactions.ts'
import { reportCommits } from '#database/report-commits.ts'
import { surviveCuts } from '#database/survive-cuts.ts'
import { healthEndpoints } from '#door/health.ts'
import { withBounds } from '#fields/bound-entries.ts'
import { boundReads, deepestRelations } from '#fields/bound-reads.ts'
import { withInputChecks, withInputChecksOfGlobal } from '#fields/check-input.ts'
import { takePlainNames } from '#fields/plain-names.ts'
import { portraitEditor } from '#fields/rich-text.ts'
import { portraitImportEndpoints } from '#importing/portraits/endpoints.ts'
import { authoringOriginOf, deliveryOriginOf } from '#server/configuration/origins.ts'
import { readEnvironment } from '#server/configuration/environment.ts'
import { answerErrors, loggingLevels, quietLine } from '#server/configuration/error-answers.ts'
import { chooseMail } from '#server/configuration/mail.ts'
import { trustedProxiesOf } from '#server/configuration/proxies.ts'
import { provisioningSettingsOf, signInSettingsOf } from '#server/configuration/sign-in.ts'
import { signingKeyIn } from '#server/installation/signing-key.ts'
import { endClaims } from '#newsroom/assignment/end-claims.ts'
import { endDueDates } from '#newsroom/assignment/end-due-dates.ts'
import { delegationEndpoints } from '#newsroom/assignment/endpoints.ts'
import { auditEndpoints } from '#audit/endpoints.ts'
import type { Subscriber } from '#record/subscribers.ts'
import { countAgreements } from '#review/experts/agreements.ts'
import { endExpertLinks } from '#review/experts/end.ts'
import { expertReviewEndpoints } from '#review/experts/endpoints.ts'
import { trashEndpoints } from '#trash/endpoints.ts'
import { workflowGraphQL } from '#workflow/graphql.ts'
import { completeApprovals } from '#workflow/rejudge.ts'
import { reportEndpoints } from '#newsroom/reports/endpoints.ts'
import { inboxEndpoints } from '#notifications/endpoints.ts'
import { notifyPeople } from '#notifications/notify.ts'
import { endPreviews } from '#preview/tokens.ts'
import { withAccounts } from '#accounts/graphql.ts'
import { keepAccounts } from '#accounts/keep-accounts.ts'
import { holdBackAtStart } from '#accounts/weak-sessions.ts'
import { tellOfSignIn } from '#accounts/tell-of-sign-in.ts'
import { ownAddressEndpoint } from '#accounts/own-address.ts'
import { ownPasswordEndpoint } from '#accounts/own-password.ts'
import { passkeyEndpoints } from '#accounts/passkeys/endpoints.ts'
import { secondFactorEndpoints } from '#accounts/second-factor/endpoints.ts'
import { sessionEndpoints } from '#accounts/sessions/endpoints.ts'
import { peopleEndpoints } from '#accounts/endpoints.ts'
import { providerEndpoints } from '#accounts/provider/endpoints.ts'
import { scimEndpoints } from '#accounts/scim/endpoints.ts'
import { signInLinkEndpoint } from '#accounts/provider/sign-in-link.ts'
import { toWaysIn } from '#accounts/ways-in.ts'
import { withProposals } from '#reference/graphql.ts'
import { erasureEndpoints } from '#erasure/endpoints.ts'
import { referenceEndpoints } from '#reference/endpoints.ts'
import { keepReference } from '#reference/keep-entries.ts'
import { newsroomEndpoints } from '#newsroom/lists/endpoints.ts'
import { noteReview } from '#newsroom/lists/note-review.ts'
import { cancelPlans } from '#planning/cancel.ts'

/** Connections to the database that one process holds; half of them may be in transactions. */
const connections = 16
const root = path.dirname(fileURLToPath(import.meta.url))
const environment = readEnvironment()
const authoringOrigin = authoringOriginOf(environment)
const signIn = signInSettingsOf(environment)

export default closeInternalCollections(
  buildConfig({
    secret: environment.PAYLOAD_SECRET ?? '',
    ...(environment.CMS_URL === undefined ? {} : { serverURL: environment.CMS_URL }),
    db: adapt(
      postgresAdapter({
        idType: 'uuid',
        push: false,
        migrationDir: path.join(root, 'migrations'),
        pool: { connectionString: environment.DATABASE_URL ?? '', max: connections },
      }),
      surviveCuts,
      reportCommits,
      runAfterCommits,
      (db) => limitTransactions(db, connections / 2),
      keepAccounts,
      keepReference,
    ),
    editor: portraitEditor,
    email: chooseMail(environment),
    collections: [
      careerProfiles,
      regionalSections,
      professions,
      regions,
      sources,
      employers,
      jobReferences,
      jobFeeds,
      importRuns,
      mediaIn(environment.MEDIA_DIR),
      usersWith(signIn),
      desks,
      sitesWith({
        allowsPrivateWebhooks: environment.WEBHOOKS_ALLOW_PRIVATE === 'on',
        deliveryOrigin: deliveryOriginOf(environment),
      }),
      workflowStates,
      workflowApprovals,
      workflowEvents,
    ].map(withInputChecks),
    globals: [workflowSettings].map(withInputChecksOfGlobal),
    endpoints: [
      ...healthEndpoints,
      ...delegationEndpoints,
      ...expertReviewEndpoints,
      ...auditEndpoints,
      ...reportEndpoints,
      ...inboxEndpoints,
      ...newsroomEndpoints,
      ...trashEndpoints,
      ...referenceEndpoints,
      ...erasureEndpoints,
      ...portraitImportEndpoints,
      ...peopleEndpoints(authoringOrigin),
      ownAddressEndpoint,
      ownPasswordEndpoint,
      ...sessionEndpoints,
      ...secondFactorEndpoints,
      ...passkeyEndpoints(authoringOrigin),
      ...providerEndpoints(signIn),
      signInLinkEndpoint,
      ...scimEndpoints(provisioningSettingsOf(environment)),
    ],
    graphQL: {
      ...withBounds(withAccess(withAccounts(withProposals(workflowGraphQL)))),
      disablePlaygroundInProduction: true,
    },
    i18n: { supportedLanguages: { de, en }, fallbackLanguage: 'de', translations },
    logger: {
      options: {
        level: environment.LOG_LEVEL,
        hooks: {
          logMethod(args, method) {
            const quiet = quietLine(args)
            if (quiet === undefined) method.apply(this, args)
            else this.info(quiet)
          },
        },
      },
    },
    loggingLevels,
    hooks: { afterError: [answerErrors] },
    // Who hears of what is put on record, one after the other.
    custom: {
      signingKey: signingKeyIn(environment),
      secondFactorRoles: environment.SECOND_FACTOR,
      trustedProxies: trustedProxiesOf(environment),
      waysIn: toWaysIn(signIn),
      subscribers: [
        // Before the claim ends: whoever held it is told.
        notifyPeople,
        completeApprovals,
        countAgreements,
        endClaims,
        endDueDates,
        cancelPlans,
        endExpertLinks,
        endPreviews,
        noteReview,
        tellOfSignIn,
      ] satisfies Subscriber[],
    },
    maxDepth: deepestRelations,
    telemetry: false,
    onInit: holdBackAtStart,
    admin: {
      user: 'users',
      // No picture service is told who works here.
      avatar: 'default',
      dateFormat: 'dd.MM.yyyy, HH:mm',
      meta: { titleSuffix: ' · Berufsbild', defaultOGImageType: 'off' },
      components: adminPages,
      importMap: {
        baseDir: root,
        importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js'),
      },
    },
    // `npm run generate` does it; Payload would do it in the background of every command.
    typescript: { autoGenerate: false, outputFile: path.join(root, 'src/payload-types.ts') },
  })
    .then(answerMissingFiles)
    .then(boundReads)
    .then(takePlainNames),
)
