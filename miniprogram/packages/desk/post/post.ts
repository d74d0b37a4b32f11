import { actState } from '../../../services/act'
import { call } from '../../../services/call'
import { home } from '../../../services/catalog'
import { pageState } from '../../../services/load'
import { goBack } from '../../../services/navigate'
import { page } from '../../../services/page'
import { fetchPlace } from '../../../services/places'
import type { Member } from '../calls'
import { ROLES } from '../roles'
import type { StaffRole } from '../roles'
import { send, sendAgain } from '../send'

interface Form {
  readonly name: string
  readonly post: string
  readonly phone: string
  readonly roles: readonly StaffRole[]
  readonly department: string | null
  readonly villageId: string | null
  readonly window: string | null
  readonly abPost: 'A' | 'B'
}

const EMPTY: Form = {
  name: '',
  post: '',
  phone: '',
  roles: [],
  department: null,
  villageId: null,
  window: null,
  abPost: 'A',
}

interface Department {
  readonly id: string
  readonly name: string
}

/** 岗位: who, as what, where. A new person gets a code; somebody here is changed or leaves. */
page({
  data: {
    ...pageState(),
    ...actState(),
    staffId: '',
    form: EMPTY,
    roles: ROLES.map((role) => ({ ...role, on: false })),
    departments: [] as Department[],
    windows: [] as string[],
    village: '',
    choosing: false,
    changes: [] as Member['changes'],
    code: '',
    leaving: false,
    reason: '',
    error: '',
  },
  methods: {
    onLoad({ id = '' }: { id?: string }) {
      this.setData({ staffId: id })
      void this.refresh()
    },
    async refresh() {
      const [{ staff }, hall] = await Promise.all([call('office', 'staff', {}), fetchPlace('hall')])
      const departments = new Map(
        staff.flatMap(({ department, departmentName }) =>
          department && departmentName ? [[department, departmentName] as const] : [],
        ),
      )
      this.setData({
        windows: hall.windows.map(({ name }) => name),
        departments: [...departments].map(([id, name]) => ({ id, name })),
      })
      const member = staff.find(({ staffId }) => staffId === this.data.staffId)
      if (!member) return
      void wx.setNavigationBarTitle({ title: member.name })
      const { name, post, phone, roles, department, villageId, window, abPost } = member
      this.show({ name, post, phone, roles, department, villageId, window, abPost })
      const villages = (await home().catch(() => null))?.villages ?? []
      const village = villages.find(({ id }) => id === villageId)?.name ?? ''
      this.setData({ changes: member.changes.slice(0, 5), village })
    },
    show(form: Form) {
      const roles = ROLES.map((one) => ({ ...one, on: form.roles.includes(one.role) }))
      this.setData({ form, roles, error: '' })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { key } = event.currentTarget.dataset as { key: 'name' | 'post' | 'phone' }
      this.show({ ...this.data.form, [key]: event.detail.value })
    },
    toggleRole(event: WechatMiniprogram.TouchEvent) {
      const { role } = event.currentTarget.dataset as { role: StaffRole }
      const { form } = this.data
      const roles = form.roles.includes(role)
        ? form.roles.filter((one) => one !== role)
        : [...form.roles, role]
      this.show({ ...form, roles })
    },
    pick(event: WechatMiniprogram.TouchEvent) {
      const { key, value } = event.currentTarget.dataset as { key: keyof Form; value: string }
      this.show({ ...this.data.form, [key]: value })
    },
    chooseVillage() {
      this.setData({ choosing: true })
    },
    villageChosen(event: WechatMiniprogram.CustomEvent<Department>) {
      this.setData({ choosing: false, village: event.detail.name })
      this.show({ ...this.data.form, villageId: event.detail.id })
    },
    closeVillages() {
      this.setData({ choosing: false })
    },
    async save() {
      const { staffId, form } = this.data
      if (!form.name.trim() || !form.post.trim() || !form.phone.trim() || !form.roles.length) {
        return this.setData({ error: '姓名、岗位、办公电话、身份都要有' })
      }
      const post = { ...form, roles: [...form.roles] }
      await send<string>(
        this,
        async (requestId) => {
          if (staffId) {
            await call('office', 'editStaff', { ...post, staffId, requestId })
            return ''
          }
          const { invitation } = await call('office', 'invite', { ...post, requestId })
          return invitation.code ?? ''
        },
        (code) => {
          if (!code) return goBack('/packages/office/me/me')
          this.setData({ code: `${code.slice(0, 4)} ${code.slice(4)}` })
        },
      )
    },
    askLeaving() {
      this.setData({ leaving: true, reason: '', error: '' })
    },
    typeReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ reason: event.detail.value, error: '' })
    },
    async dismiss() {
      const { staffId, reason } = this.data
      if (!reason.trim()) return this.setData({ error: '写一句为什么，留个记录' })
      await send(
        this,
        (requestId) => call('office', 'dismiss', { staffId, reason, requestId }),
        () => goBack('/packages/office/me/me'),
      )
    },
    closeSheet() {
      this.setData({ leaving: false })
    },
    done() {
      goBack('/packages/office/me/me')
    },
    again() {
      sendAgain(this)
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
