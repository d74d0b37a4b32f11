/** What the access matrix sends to the actions of the office, and the documents it aims at. */
import { year2027 } from './holidays'
import type { LocalCloud } from './local-cloud'
import { ADMIN, AGENT, CADRE, LEADER, newRequest, OTHER_CADRE, SUPERVISOR } from './people'

export interface OfficeSample {
  readonly input: (targets: { officeId: string }) => object
  /** It is about one document, made fresh for each cell: its maker, its collection, who sees it. */
  readonly target?: true
  readonly make?: (cloud: LocalCloud) => Promise<string>
  readonly collection?: string
  readonly inside?: readonly string[]
  /** Who sees it but may not do this. */
  readonly forbidden?: readonly string[]
  /** It is about nobody and nothing: not being found is the right answer. */
  readonly missing?: true
}

export const EIGHT = {
  place: true,
  sign: true,
  rules: true,
  ledger: true,
  telephone: true,
  computer: true,
  noticeBoard: true,
  agent: true,
}

const requested = <Content extends object>(content: Content) => ({
  ...content,
  requestId: newRequest(),
})

/** A room that lacks something, seen by the supervisor; put right when asked for. */
export async function venueCheck(cloud: LocalCloud, fixed = false): Promise<string> {
  const { check } = await cloud.ok<{ check: { id: string } }>(SUPERVISOR, 'office.venueCheck', {
    placeId: 'v01',
    haves: { ...EIGHT, computer: false },
    requestId: newRequest(),
  })
  if (fixed) {
    await cloud.ok(AGENT, 'office.fixVenue', requested({ id: check.id, text: '电脑修好了' }))
  }
  return check.id
}

export async function announcement(cloud: LocalCloud): Promise<string> {
  const { announcement: sheet } = await cloud.ok<{ announcement: { id: string } }>(
    ADMIN,
    'office.postAnnouncement',
    requested({ placeId: 'v01', title: '停水', text: '周三停水一天', until: '2026-11-30' }),
  )
  return sheet.id
}

/** The cadre asks another one to stand in. */
export async function handover(cloud: LocalCloud, content: object = {}): Promise<string> {
  const asked = await cloud.ok<{ handover: { id: string } }>(
    CADRE,
    'office.handover',
    requested({
      toStaffId: 'st-cadre-yb',
      start: '2026-12-14',
      until: '2026-12-15',
      note: '1117-48305-6 等县里回话',
      ...content,
    }),
  )
  return asked.handover.id
}

/** The leader named somebody for the cadre: the hand-over is still to be written. */
export async function named(cloud: LocalCloud): Promise<string> {
  const { handover: one } = await cloud.ok<{ handover: { id: string } }>(
    LEADER,
    'office.nameSubstitute',
    requested({ staffId: 'st-cadre-mz', toStaffId: 'st-cadre-yb', until: '2026-12-15' }),
  )
  return one.id
}

/** A duty of the cadre; each in another village, so that each is a new one. */
let places = 0
export async function duty(cloud: LocalCloud, content: object = {}): Promise<string> {
  places = (places % 23) + 1
  const set = await cloud.ok<{ duty: { id: string } }>(
    ADMIN,
    'office.setDuty',
    requested({
      date: `2026-12-${String(10 + (Math.floor(places / 4) % 20)).padStart(2, '0')}`,
      kind: 'thursday',
      placeId: `v${String(places).padStart(2, '0')}`,
      staffId: 'st-cadre-mz',
      ...content,
    }),
  )
  return set.duty.id
}

async function swapping(cloud: LocalCloud): Promise<string> {
  const id = await duty(cloud)
  await cloud.ok(CADRE, 'office.swapDuty', requested({ id, toStaffId: 'st-cadre-yb' }))
  return id
}

export const POST = {
  name: '新来的',
  post: '民政办干部',
  roles: ['cadre'],
  department: 'mz',
  villageId: null,
  window: null,
  phone: '0736-0000599',
  abPost: 'B',
}

export async function invitation(cloud: LocalCloud, content: object = {}) {
  const { invitation: made } = await cloud.ok<{ invitation: { id: string; code: string } }>(
    ADMIN,
    'office.invite',
    requested({ ...POST, ...content }),
  )
  return made
}

async function visit(cloud: LocalCloud): Promise<string> {
  const { visit: made } = await cloud.ok<{ visit: { id: string } }>(
    CADRE,
    'office.visit',
    requested({
      villageId: 'v01',
      on: '2026-11-24',
      consent: true,
      name: '覃大旺',
      text: '路灯不亮',
      opinion: true,
    }),
  )
  return made.id
}

export const OFFICE_SAMPLES: Readonly<Record<string, OfficeSample>> = {
  'office.whereabouts': { input: () => requested({ state: 'in' }) },
  'office.calendar': { input: () => ({ year: 2027 }) },
  'office.setCalendar': { input: () => year2027(1) },
  'office.venueCheck': { input: () => requested({ placeId: 'v01', haves: EIGHT }) },
  'office.venueChecks': { input: () => ({ placeId: 'v01' }) },
  'office.fixVenue': {
    input: ({ officeId }) => requested({ id: officeId, text: '修好了' }),
    target: true,
    make: venueCheck,
    collection: 'checks',
    inside: [AGENT],
  },
  'office.reviewVenue': {
    input: ({ officeId }) => requested({ id: officeId, pass: true }),
    target: true,
    make: (cloud) => venueCheck(cloud, true),
    collection: 'checks',
    inside: [LEADER, SUPERVISOR],
  },
  'office.venuePhoto': {
    input: ({ officeId }) => ({ id: officeId }),
    target: true,
    make: venueCheck,
    collection: 'checks',
    inside: [AGENT, LEADER, SUPERVISOR],
  },
  'office.previewCalendar': {
    input: () => ({ year: 2026, days: [], complete: false }),
  },
  'office.placeHistory': { input: () => ({ placeId: 'v02' }) },
  'office.announcements': { input: () => ({ placeId: 'v01' }) },
  'office.texts': { input: () => ({ kind: 'rule' }) },
  'office.editPlace': {
    input: () =>
      requested({
        placeId: 'v02',
        address: '村部一楼',
        phone: '0736-0000302',
        hours: '周一至周五',
        location: null,
        sample: false,
      }),
  },
  'office.editWindows': {
    input: () => requested({ windows: [{ name: '9号窗口', units: [] }] }),
  },
  'office.postAnnouncement': {
    input: () =>
      requested({ placeId: 'v01', title: '停水', text: '周三停水一天', until: '2026-11-30' }),
  },
  'office.withdrawAnnouncement': {
    input: ({ officeId }) => requested({ id: officeId }),
    target: true,
    make: announcement,
    collection: 'announcements',
    inside: [AGENT, ADMIN],
  },
  'office.editText': {
    input: () =>
      requested({
        id: 'seven-duties',
        kind: 'rule',
        title: '七项职责',
        text: '一、……',
        sample: true,
      }),
  },
  'office.textHistory': { input: () => ({ id: 'seven-duties' }) },
  'office.handover': {
    input: () =>
      requested({
        toStaffId: 'st-nobody',
        start: '2026-12-14',
        until: '2026-12-15',
        note: '没有',
      }),
    missing: true,
  },
  'office.nameSubstitute': {
    input: () =>
      requested({ staffId: 'st-window-4', toStaffId: 'st-window-3', until: '2026-11-25' }),
  },
  'office.answerHandover': {
    input: ({ officeId }) => requested({ id: officeId, agree: true }),
    target: true,
    make: handover,
    collection: 'handovers',
    inside: [OTHER_CADRE],
    forbidden: [CADRE, LEADER, SUPERVISOR],
  },
  'office.fillHandover': {
    input: ({ officeId }) => requested({ id: officeId, text: '手上没有事' }),
    target: true,
    make: named,
    collection: 'handovers',
    inside: [CADRE],
    forbidden: [OTHER_CADRE, LEADER, SUPERVISOR],
  },
  'office.endHandover': {
    input: ({ officeId }) => requested({ id: officeId }),
    target: true,
    make: handover,
    collection: 'handovers',
    inside: [CADRE, LEADER],
    forbidden: [OTHER_CADRE, SUPERVISOR],
  },
  'office.handovers': { input: () => ({}) },
  'office.gaps': { input: () => ({}) },
  'office.coverWindow': {
    input: () => requested({ id: 'none', staffId: 'st-window-3' }),
    missing: true,
  },
  'office.roster': { input: () => ({ from: '2026-11-24', to: '2026-11-30' }) },
  'office.setDuty': {
    input: () =>
      requested({ date: '2026-11-27', kind: 'duty', placeId: 'hall', staffId: 'st-cadre-zh' }),
  },
  'office.swapDuty': {
    input: ({ officeId }) => requested({ id: officeId, toStaffId: 'st-cadre-cl' }),
    target: true,
    make: duty,
    collection: 'duties',
    inside: [CADRE],
    forbidden: [LEADER, SUPERVISOR],
  },
  'office.answerSwap': {
    input: ({ officeId }) => requested({ id: officeId, agree: false }),
    target: true,
    make: swapping,
    collection: 'duties',
    inside: [CADRE, OTHER_CADRE],
    forbidden: [LEADER, SUPERVISOR],
  },
  'office.dutyNote': {
    input: ({ officeId }) => requested({ id: officeId, text: '钥匙在门卫' }),
    target: true,
    make: duty,
    collection: 'duties',
    inside: [CADRE, LEADER],
    forbidden: [SUPERVISOR],
  },
  'office.training': {
    input: () =>
      requested({ title: '文明用语', date: '2026-11-27', start: '15:00', place: '三楼会议室' }),
  },
  'office.trainings': { input: () => ({}) },
  'office.attend': { input: () => requested({ id: 'none' }), missing: true },
  'office.staff': { input: () => ({}) },
  'office.colleagues': { input: () => ({}) },
  'office.invite': { input: () => requested(POST) },
  'office.invitations': { input: () => ({}) },
  'office.withdrawInvitation': {
    input: ({ officeId }) => requested({ id: officeId }),
    target: true,
    make: async (cloud) => (await invitation(cloud)).id,
    collection: 'invitations',
    inside: [ADMIN],
  },
  'office.editStaff': {
    input: () =>
      requested({
        ...POST,
        staffId: 'st-cadre-zh-2',
        name: '邱立夏',
        post: '综合办干部',
        department: 'zh',
      }),
  },
  'office.dismiss': {
    input: () => requested({ staffId: 'st-nobody', reason: '调走' }),
    missing: true,
  },
  'office.visit': {
    input: () => requested({ villageId: 'v01', on: '2026-11-24', consent: false, opinion: false }),
  },
  'office.visits': { input: () => ({}) },
  'office.visitIssue': {
    input: ({ officeId }) => requested({ id: officeId, issueId: 'issue-1' }),
    target: true,
    make: visit,
    collection: 'visits',
    inside: [CADRE, LEADER, SUPERVISOR],
  },
  'office.route': { input: () => ({ date: '2026-11-26' }) },
  'office.dialVisit': { input: () => requested({ id: 'nobody' }), missing: true },
}
