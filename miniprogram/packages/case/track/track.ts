import { act, actState } from '../../../services/act'
import { dropCache } from '../../../services/cache'
import { sayWhy } from '../../../services/call'
import { CASES_KEY, join, track } from '../../../services/case'
import { closeDraft, openDraft } from '../../../services/drafts'
import { go, replace } from '../../../services/navigate'
import { page } from '../../../services/page'
import { parseCaseNumber } from '../../../shared/numbers'
import { matterView } from '../matter-view'
import type { MatterView } from '../matter-view'

/** 凭编号和查询码查: without log-in, for family and whoever was asked to look. */
page({
  data: {
    number: '',
    code: '',
    numberError: '',
    codeError: '',
    failure: '',
    ...actState(),
    matter: null as MatterView | null,
  },
  methods: {
    onLoad({ number = '', code = '' }: Record<string, string | undefined>) {
      this.setData({ number, code })
      if (number && code) void this.look()
    },
    typeNumber(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ number: event.detail.value, numberError: '' })
    },
    typeCode(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ code: event.detail.value, codeError: '' })
    },
    async look() {
      const number = parseCaseNumber(this.data.number)
      const code = this.data.code.replace(/\s/g, '')
      const numberError = number ? '' : '编号是10个数字，再对一遍，可能看错了一位'
      const codeError = /^\d{6}$/.test(code) ? '' : '查询码是6个数字'
      this.setData({ numberError, codeError, failure: '' })
      if (!number || codeError || this.data.busy) return
      this.setData({ busy: true })
      try {
        this.setData({ matter: matterView(await track(number, code)) })
      } catch (error) {
        this.setData({ matter: null, failure: sayWhy(error) })
      } finally {
        this.setData({ busy: false })
      }
    },
    /** 认领: handed in for me by window or agent, from now on my own on this phone. */
    async join() {
      const { number, code } = this.data
      const { requestId } = openDraft('join', {})
      const words = { failed: '没加上', kept: '凭编号还能查', again: '再加一次', leaves: true }
      const id = await act(this, words, () => join(number, code.replace(/\s/g, ''), requestId))
      if (!id) {
        if (this.data.trouble?.code === 'UNAUTHENTICATED') this.register()
        return
      }
      closeDraft('join')
      dropCache(CASES_KEY)
      replace(`/packages/case/progress/progress?id=${id}`)
    },
    register() {
      this.setData({ trouble: null })
      go('/packages/help/register/register?why=submit')
    },
    /** The square on the receipt carries number and code. */
    async scan() {
      const { result } = await wx.scanCode({}).catch(() => ({ result: '' }))
      const [, number, code] = /^case:([\d-]+):(\d{6})$/.exec(result) ?? []
      if (!number || !code) {
        if (result) this.setData({ failure: '这不是回执上的码，对着编号输也行。' })
        return
      }
      this.setData({ number, code })
      await this.look()
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
    notices() {
      go('/packages/case/notices/notices')
    },
    another() {
      this.setData({ matter: null, number: '', code: '' })
    },
  },
})
