import { sayWhy } from '../../../services/call'
import { track } from '../../../services/case'
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
    busy: false,
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
    another() {
      this.setData({ matter: null, number: '', code: '' })
    },
  },
})
