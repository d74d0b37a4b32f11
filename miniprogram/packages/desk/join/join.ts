import { actState } from '../../../services/act'
import { call } from '../../../services/call'
import { fetchMe } from '../../../services/account'
import { page } from '../../../services/page'
import { replace } from '../../../services/navigate'
import { staffStart } from '../../../services/roles'
import { send, sendAgain } from '../send'

/** 登记上班: the eight digits that the administrator read out. */
page({
  data: { ...actState(), code: '', error: '' },
  methods: {
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ code: event.detail.value, error: '' })
    },
    async save() {
      const invitation = this.data.code.replace(/[\s-]/g, '')
      if (!/^\d{8}$/.test(invitation)) return this.setData({ error: '号是8个数字，再看一遍' })
      await send(
        this,
        (requestId) => call('account', 'bindStaff', { invitation, requestId }),
        async () => {
          const { account } = await fetchMe()
          replace(staffStart(account) || '/packages/office/me/me')
        },
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
