import { WorkflowBar as WorkflowBar_6e71878d2e0303480b152ab5de57ad78 } from '../../../../src/admin/workflow/WorkflowBar.tsx'
import { KindHint as KindHint_3817b26d7d8bd41defa3c80f8ad1396e } from '../../../../src/admin/sections/KindHint.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SectionRowLabel as SectionRowLabel_5695e0a3c7dd5b2dc1bb0f6c2ed49906 } from '../../../../src/admin/sections/SectionRowLabel.tsx'
import { SkillName as SkillName_6d8b9c6dbb928defdf996552610b07df } from '../../../../src/admin/skills/SkillName.tsx'
import { ChecksPanel as ChecksPanel_d7d729d2e995f703425189bacf838b77 } from '../../../../src/admin/checks/ChecksPanel.tsx'
import { SaveState as SaveState_21bf96bdc9fc452233c263cdc0e4fd0c } from '../../../../src/admin/workflow/SaveState.tsx'
import { CopyPreviewLink as CopyPreviewLink_c6acbcba2c83d9f5a326bad64b3fed10 } from '../../../../src/admin/preview/CopyPreviewLink.tsx'
import { Nothing as Nothing_f5be116c5a5ec3d489c4aed0629fb4ed } from '../../../../src/admin/Nothing.tsx'
import { ReviewPage as ReviewPage_83c77ab3127178e6e0bc0133811aafbf } from '../../../../src/admin/review/ReviewPage.tsx'
import { HistoryPage as HistoryPage_c6bc305fbcace94d2e6edc7cdc6bbfb5 } from '../../../../src/admin/history/HistoryPage.tsx'
import { WaitingProposal as WaitingProposal_fd995a9de2e45645290de3e056c3c3f3 } from '../../../../src/admin/reference/WaitingProposal.tsx'
import { RunReport as RunReport_f50db33a73da4bd23e33ae80180c6d60 } from '../../../../src/admin/import/RunReport.tsx'
import { PersonForm as PersonForm_1e6e7a8719985f7ad1f4011f450e64f7 } from '../../../../src/admin/people/PersonForm.tsx'
import { PeopleList as PeopleList_f91c4a2f6d7f9aaa41845630ea96a3db } from '../../../../src/admin/people/PeopleList.tsx'
import { KeysTab as KeysTab_ddbab40e527bdbb61442f80aafaa0a18 } from '../../../../src/admin/sites/KeysTab.tsx'
import { WebhooksTab as WebhooksTab_f744699669ab7729ca85d2985f3f1068 } from '../../../../src/admin/sites/WebhooksTab.tsx'
import { TrialTab as TrialTab_5243986f1501432357f025be47852fb6 } from '../../../../src/admin/sites/TrialTab.tsx'
import { SignOut as SignOut_22d97d4721848694fd0bf1259c81c008 } from '../../../../src/admin/sign-in/SignOut.tsx'
import { ProviderSignIn as ProviderSignIn_36d56ec53ca6787845ee97b7eae7c3e6 } from '../../../../src/admin/sign-in/ProviderSignIn.tsx'
import { NewsroomLinks as NewsroomLinks_3aac986ad70100c71345a889aa4b8dd2 } from '../../../../src/admin/navigation/NewsroomLinks.tsx'
import { Loading as Loading_539ebec9231699ce28087391ca4f7223 } from '../../../../src/admin/kit/Loading.tsx'
import { MendMarkup as MendMarkup_ba742ad8bc62a5b90cd0b600e8e42d5e } from '../../../../src/admin/kit/MendMarkup.tsx'
import { CoveragePage as CoveragePage_661c54644187f4b632b0c3e511a0e5db } from '../../../../src/admin/coverage/CoveragePage.tsx'
import { TextsPage as TextsPage_bbb1dbd07191e239ed2b86509917aa6a } from '../../../../src/admin/texts/TextsPage.tsx'
import { ReportsPage as ReportsPage_7be1330a30852e50ad70d6b64df5d5e5 } from '../../../../src/admin/reports/ReportsPage.tsx'
import { ProposalsPage as ProposalsPage_ce0afe30364e94d7feaf827586a23dea } from '../../../../src/admin/reference/ProposalsPage.tsx'
import { ErasuresPage as ErasuresPage_ab33fe68c2dcd23076d9325a3f94ffc3 } from '../../../../src/admin/erasure/ErasuresPage.tsx'
import { SignInPage as SignInPage_ebb5134adf23ce38562df2caeb980f3a } from '../../../../src/admin/sign-in/SignInPage.tsx'
import { SettingsPage as SettingsPage_b9c3b191c0169425d1a52f17a7ad2659 } from '../../../../src/admin/sign-in/SettingsPage.tsx'
import { HomePage as HomePage_394e56d21e1885c6c65cb6bf76ebc0b0 } from '../../../../src/admin/home/HomePage.tsx'
import { InboxPage as InboxPage_e228f9b3a4d48fbe0bcfcdc3f945974d } from '../../../../src/admin/inbox/InboxPage.tsx'
import { ImportPage as ImportPage_ee099a4ce84e482f4311af1ab5639bc5 } from '../../../../src/admin/import/ImportPage.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/workflow/WorkflowBar.tsx#WorkflowBar": WorkflowBar_6e71878d2e0303480b152ab5de57ad78,
  "/src/admin/sections/KindHint.tsx#KindHint": KindHint_3817b26d7d8bd41defa3c80f8ad1396e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/sections/SectionRowLabel.tsx#SectionRowLabel": SectionRowLabel_5695e0a3c7dd5b2dc1bb0f6c2ed49906,
  "/src/admin/skills/SkillName.tsx#SkillName": SkillName_6d8b9c6dbb928defdf996552610b07df,
  "/src/admin/checks/ChecksPanel.tsx#ChecksPanel": ChecksPanel_d7d729d2e995f703425189bacf838b77,
  "/src/admin/workflow/SaveState.tsx#SaveState": SaveState_21bf96bdc9fc452233c263cdc0e4fd0c,
  "/src/admin/preview/CopyPreviewLink.tsx#CopyPreviewLink": CopyPreviewLink_c6acbcba2c83d9f5a326bad64b3fed10,
  "/src/admin/Nothing.tsx#Nothing": Nothing_f5be116c5a5ec3d489c4aed0629fb4ed,
  "/src/admin/review/ReviewPage.tsx#ReviewPage": ReviewPage_83c77ab3127178e6e0bc0133811aafbf,
  "/src/admin/history/HistoryPage.tsx#HistoryPage": HistoryPage_c6bc305fbcace94d2e6edc7cdc6bbfb5,
  "/src/admin/reference/WaitingProposal.tsx#WaitingProposal": WaitingProposal_fd995a9de2e45645290de3e056c3c3f3,
  "/src/admin/import/RunReport.tsx#RunReport": RunReport_f50db33a73da4bd23e33ae80180c6d60,
  "/src/admin/people/PersonForm.tsx#PersonForm": PersonForm_1e6e7a8719985f7ad1f4011f450e64f7,
  "/src/admin/people/PeopleList.tsx#PeopleList": PeopleList_f91c4a2f6d7f9aaa41845630ea96a3db,
  "/src/admin/sites/KeysTab.tsx#KeysTab": KeysTab_ddbab40e527bdbb61442f80aafaa0a18,
  "/src/admin/sites/WebhooksTab.tsx#WebhooksTab": WebhooksTab_f744699669ab7729ca85d2985f3f1068,
  "/src/admin/sites/TrialTab.tsx#TrialTab": TrialTab_5243986f1501432357f025be47852fb6,
  "/src/admin/sign-in/SignOut.tsx#SignOut": SignOut_22d97d4721848694fd0bf1259c81c008,
  "/src/admin/sign-in/ProviderSignIn.tsx#ProviderSignIn": ProviderSignIn_36d56ec53ca6787845ee97b7eae7c3e6,
  "/src/admin/navigation/NewsroomLinks.tsx#NewsroomLinks": NewsroomLinks_3aac986ad70100c71345a889aa4b8dd2,
  "/src/admin/kit/Loading.tsx#Loading": Loading_539ebec9231699ce28087391ca4f7223,
  "/src/admin/kit/MendMarkup.tsx#MendMarkup": MendMarkup_ba742ad8bc62a5b90cd0b600e8e42d5e,
  "/src/admin/coverage/CoveragePage.tsx#CoveragePage": CoveragePage_661c54644187f4b632b0c3e511a0e5db,
  "/src/admin/texts/TextsPage.tsx#TextsPage": TextsPage_bbb1dbd07191e239ed2b86509917aa6a,
  "/src/admin/reports/ReportsPage.tsx#ReportsPage": ReportsPage_7be1330a30852e50ad70d6b64df5d5e5,
  "/src/admin/reference/ProposalsPage.tsx#ProposalsPage": ProposalsPage_ce0afe30364e94d7feaf827586a23dea,
  "/src/admin/erasure/ErasuresPage.tsx#ErasuresPage": ErasuresPage_ab33fe68c2dcd23076d9325a3f94ffc3,
  "/src/admin/sign-in/SignInPage.tsx#SignInPage": SignInPage_ebb5134adf23ce38562df2caeb980f3a,
  "/src/admin/sign-in/SettingsPage.tsx#SettingsPage": SettingsPage_b9c3b191c0169425d1a52f17a7ad2659,
  "/src/admin/home/HomePage.tsx#HomePage": HomePage_394e56d21e1885c6c65cb6bf76ebc0b0,
  "/src/admin/inbox/InboxPage.tsx#InboxPage": InboxPage_e228f9b3a4d48fbe0bcfcdc3f945974d,
  "/src/admin/import/ImportPage.tsx#ImportPage": ImportPage_ee099a4ce84e482f4311af1ab5639bc5,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
