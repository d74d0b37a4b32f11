import { sayWhy } from '../../../services/call'
import { go } from '../../../services/navigate'
import { page } from '../../../services/page'
import { businessDate, spokenDate } from '../../../shared/dates'
import { parseCaseNumber } from '../../../shared/numbers'
import { lookUp } from '../calls'
import type { Raised } from '../calls'

interface Shown {
  readonly text: string
  readonly status: string
  readonly line: string
  readonly reply: string
  readonly by: string
  readonly canAskAgain: boolean
}

function shown({ text, statusText, dueOn, reply, petition, canAskAgain }: Raised): Shown {
  const line = petition
    ? `转给了：${petition.where}。${spokenDate(petition.concludeBy)}前有结果。`
    : `${spokenDate(dueOn)}前答复您`
  return {
    text,
    status: statusText,
    line: reply ? '' : line,
    reply: reply?.text ?? '',
    by: reply ? `${reply.byName}，${spokenDate(businessDate(new Date(reply.at)))}` : '',
    canAskAgain,
  }
}

/** 凭编号和查询码看答复: also for those who did not write their name. */
page({
  data: {
    number: '',
    code: '',
    errors: { number: '', code: '' },
    failure: '',
    busy: false,
    issue: null as Shown | null,
  },
  methods: {
    onLoad({ number = '', code = '' }: { number?: string; code?: string }) {
      this.setData({ number, code })
    },
    onShow() {
      if (this.data.number && this.data.code) void this.look()
    },
    typeNumber(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ number: event.detail.value, 'errors.number': '' })
    },
    typeCode(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ code: event.detail.value, 'errors.code': '' })
    },
    async look() {
      const number = parseCaseNumber(this.data.number)
      const code = this.data.code.replace(/\s/g, '')
      const errors = {
        number: number ? '' : '编号是10个数字，再对一遍，可能看错了一位',
        code: /^\d{6}$/.test(code) ? '' : '查询码是6个数字',
      }
      this.setData({ errors, failure: '' })
      if (!number || errors.code || this.data.busy) return
      this.setData({ busy: true })
      try {
        this.setData({ issue: shown(await lookUp(number, code)), number, code })
      } catch (error) {
        this.setData({ issue: null, failure: sayWhy(error) })
      } finally {
        this.setData({ busy: false })
      }
    },
    askAgain() {
      const { number, code } = this.data
      go(`/packages/affairs/form/form?form=askAgain&id=${number}&number=${number}&code=${code}`)
    },
    another() {
      this.setData({ issue: null, number: '', code: '' })
    },
  },
})
