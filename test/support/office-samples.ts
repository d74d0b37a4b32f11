/** What the access matrix sends to the actions of the office, and the documents it aims at. */
import type { LocalCloud } from './local-cloud'
import { ADMIN, AGENT, LEADER, newRequest, SUPERVISOR } from './people'

export interface OfficeSample {
  readonly input: (targets: { officeId: string }) => object
  /** It is about one document, made fresh for each cell: its maker, its collection, who sees it. */
  readonly target?: true
  readonly make?: (cloud: LocalCloud) => Promise<string>
  readonly collection?: string
  readonly inside?: readonly string[]
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

export const OFFICE_SAMPLES: Readonly<Record<string, OfficeSample>> = {
  'office.whereabouts': { input: () => requested({ state: 'in' }) },
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
}
