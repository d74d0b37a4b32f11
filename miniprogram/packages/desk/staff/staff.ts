import { actState } from '../../../services/act'
import { call } from '../../../services/call'
import { load, pageState } from '../../../services/load'
import { go } from '../../../services/navigate'
import { page } from '../../../services/page'
import { businessDate, relativeDate } from '../../../shared/dates'
import type { Invitation, Member } from '../calls'
import { ROLE_WORDS } from '../roles'
import { send, sendAgain } from '../send'

const STATES = { open: '还没用', used: '用过了', withdrawn: '收回了', expired: '过期了' } as const

const memberRow = ({ staffId, name, post, roles, departmentName, window }: Member) => ({
  staffId,
  name,
  line: [post, departmentName, window].filter(Boolean).join('，'),
  roles: roles.map((role) => ROLE_WORDS[role]).join('、'),
})

function invitationRow({ id, name, post, state, code, expiresAt }: Invitation) {
  const until = relativeDate(businessDate(new Date(expiresAt)), businessDate(new Date()))
  return {
    id,
    title: `${name}，${post}`,
    code: code ? `${code.slice(0, 4)} ${code.slice(4)}` : '',
    line: state === 'open' ? `${until}以前用，只能用一次` : STATES[state],
  }
}

/** 人员: who works here and as what; invitations that are out. The administrator's page. */
page({
  data: {
    ...pageState(),
    ...actState(),
    members: [] as ReturnType<typeof memberRow>[],
    invitations: [] as ReturnType<typeof invitationRow>[],
  },
  methods: {
    onShow() {
      void this.refresh()
    },
    async refresh() {
      await load(this, {
        key: 'staff',
        fetch: async () => (await call('office', 'staff', {})).staff,
        show: (staff: Member[]) => this.setData({ members: staff.map(memberRow) }),
      })
      // Codes are not kept on the phone.
      const { invitations } = await call('office', 'invitations', {})
      const open = invitations.filter(({ state }) => state === 'open')
      this.setData({ invitations: open.map(invitationRow) })
    },
    invite() {
      go('/packages/desk/post/post')
    },
    edit(event: WechatMiniprogram.TouchEvent) {
      go(`/packages/desk/post/post?id=${String(event.currentTarget.dataset.id)}`)
    },
    async withdraw(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      await send(
        this,
        (requestId) => call('office', 'withdrawInvitation', { id, requestId }),
        () => this.refresh(),
      )
    },
    again() {
      sendAgain(this)
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
