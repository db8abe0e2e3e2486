import type { Config } from 'payload'

type Components = NonNullable<NonNullable<Config['admin']>['components']>

/** Our pages in the admin, and what stands in its navigation. A page is a server component. */
export const adminPages: Components = {
  providers: ['/src/admin/kit/Loading.tsx#Loading', '/src/admin/kit/MendMarkup.tsx#MendMarkup'],
  beforeNavLinks: ['/src/admin/navigation/NewsroomLinks.tsx#NewsroomLinks'],
  beforeLogin: ['/src/admin/sign-in/ProviderSignIn.tsx#ProviderSignIn'],
  logout: { Button: '/src/admin/sign-in/SignOut.tsx#SignOut' },
  views: {
    coverage: {
      path: '/coverage',
      exact: true,
      Component: '/src/admin/coverage/CoveragePage.tsx#CoveragePage',
    },
    texts: { path: '/texts', exact: true, Component: '/src/admin/texts/TextsPage.tsx#TextsPage' },
    reports: {
      path: '/reports',
      exact: true,
      Component: '/src/admin/reports/ReportsPage.tsx#ReportsPage',
    },
    proposals: {
      path: '/proposals',
      exact: true,
      Component: '/src/admin/reference/ProposalsPage.tsx#ProposalsPage',
    },
    erasures: {
      path: '/erasures',
      exact: true,
      Component: '/src/admin/erasure/ErasuresPage.tsx#ErasuresPage',
    },
    login: { Component: '/src/admin/sign-in/SignInPage.tsx#SignInPage' },
    // Where Payload sends somebody who is signed in and may do nothing yet: a second factor is owed.
    unauthorized: { Component: '/src/admin/sign-in/SignInPage.tsx#SignInPage' },
    signIn: {
      Component: '/src/admin/sign-in/SettingsPage.tsx#SettingsPage',
      path: '/sign-in',
      exact: true,
    },
    dashboard: { Component: '/src/admin/home/HomePage.tsx#HomePage' },
    inbox: { Component: '/src/admin/inbox/InboxPage.tsx#InboxPage', path: '/inbox', exact: true },
    import: {
      Component: '/src/admin/import/ImportPage.tsx#ImportPage',
      path: '/import',
      exact: true,
    },
  },
}
