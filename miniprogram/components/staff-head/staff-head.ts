import { keptMe, me } from '../../services/account'
import { act, actState } from '../../services/act'
import { go } from '../../services/navigate'
import { people, sayWhereabouts } from '../../services/office'
import type { Said } from '../../services/office'
import { newRequestId } from '../../services/request-id'
import { keepWhere, keptWhere, whereNow } from '../../services/staff'
import type { Staff, Where } from '../../services/staff'
import { businessDate, wallTime } from '../../shared/dates'
import { initial } from '../../shared/matter-words'
import { backChoices, whereText, WHERE_STATES } from '../../shared/whereabouts'
import type { BackChoice, WhereState } from '../../shared/whereabouts'

const WORDS = { failed: '去向没挂上', kept: '您选的还在', again: '再挂一次' }

/** Who is at work here and what hangs on the door; two taps change it, one brings it back. */
Component({
  data: {
    ...actState(),
    initial: '',
    title: '',
    where: '',
    state: '' as WhereState | '',
    choosing: false,
    states: WHERE_STATES,
    choices: [] as BackChoice[],
    back: 'today',
    /** Who could stand in: the people of the own department or village. */
    substitutes: [] as { id: string; name: string }[],
    substitute: '',
  },
  lifetimes: {
    attached() {
      void this.refresh()
    },
  },
  pageLifetimes: {
    show() {
      void this.refresh()
    },
  },
  methods: {
    async refresh() {
      const staff = (keptMe() ?? (await me().catch(() => null)))?.account?.staff
      if (!staff) return
      this.showStaff(staff)
      this.showWhere(keptWhere())
      this.showWhere(await whereNow(staff).catch(() => keptWhere()))
    },
    showStaff({ name, post }: Staff) {
      this.setData({ initial: initial(name), title: `${name}，${post}` })
    },
    showWhere(where: Where | null) {
      this.setData({
        where: whereText(where, businessDate(new Date())),
        state: where?.state ?? '',
      })
    },
    choose() {
      const now = new Date()
      this.setData({
        choosing: true,
        back: 'today',
        substitute: '',
        choices: backChoices(businessDate(now), wallTime(now)),
      })
      void this.findSubstitutes()
    },
    async findSubstitutes() {
      const staff = keptMe()?.account?.staff
      if (!staff || (staff.department === null && staff.villageId === null)) return
      const where = staff.department
        ? { departmentId: staff.department }
        : { villageId: staff.villageId ?? '' }
      const others = (await people(where).catch(() => [])).filter(({ id }) => id !== staff.id)
      this.setData({ substitutes: others.map(({ id, name }) => ({ id, name })) })
    },
    pickSubstitute(event: WechatMiniprogram.TouchEvent) {
      const id = String(event.currentTarget.dataset.id)
      this.setData({ substitute: this.data.substitute === id ? '' : id })
    },
    close() {
      this.setData({ choosing: false })
    },
    pickBack(event: WechatMiniprogram.TouchEvent) {
      this.setData({ back: String(event.currentTarget.dataset.key) })
    },
    async pick(event: WechatMiniprogram.TouchEvent) {
      const state = event.currentTarget.dataset.state as WhereState
      // 交接不脱岗: leave begins with somebody who takes over.
      if (state === 'leave') {
        this.close()
        return go('/packages/desk/leave/leave')
      }
      const choice = this.data.choices.find(({ key }) => key === this.data.back)
      const requestId = newRequestId()
      await this.say(
        state === 'in' || !choice
          ? { state, requestId }
          : {
              state,
              until: choice.until,
              backAt: choice.backAt,
              substituteId: this.data.substitute || undefined,
              requestId,
            },
      )
    },
    async comeBack() {
      await this.say({ state: 'in', requestId: newRequestId() })
    },
    async say(said: Said) {
      if (this.data.busy) return
      Object.assign(this, { said })
      const where = await act(this, WORDS, () => sayWhereabouts(said))
      this.setData({ choosing: false })
      if (!where) return
      keepWhere(where)
      this.showWhere(where)
      void wx.showToast({ title: whereText(where, businessDate(new Date())), icon: 'none' })
    },
    /** The same words with the same id: hanging it twice changes nothing. */
    again() {
      const { said } = this as unknown as { said?: Said }
      if (said) void this.say(said)
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
