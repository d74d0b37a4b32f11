import { keptMe, me } from '../../../services/account'
import type { Account } from '../../../services/account'
import { act, actState } from '../../../services/act'
import { CallError } from '../../../services/call'
import { caseKey, fetchCase } from '../../../services/case'
import type { CaseDetail } from '../../../services/case'
import { home } from '../../../services/catalog'
import { PRINT_WORDS, printSheet } from '../../../services/document'
import type { SheetKind } from '../../../services/document'
import { load, pageState } from '../../../services/load'
import { go } from '../../../services/navigate'
import { paperLink } from '../../../services/office'
import { page } from '../../../services/page'
import type { Reader } from './contact'
import { caseView } from './view'
import type { CaseView } from './view'

/** 办件: who, what they brought and said, by when, and what may be done now. */
page({
  data: {
    ...pageState(),
    ...actState(),
    id: '',
    view: null as CaseView | null,
    explained: false,
    /** The photo that is looked at; its link runs out by itself. */
    photo: null as { key: string; name: string; url: string; broken: boolean } | null,
  },
  methods: {
    onLoad({ id = '' }: { id?: string }) {
      this.setData({ id })
    },
    onShow() {
      if (this.data.id) void this.refresh()
    },
    async refresh() {
      const { id } = this.data
      if (!keptMe()) await me().catch(() => null)
      const villages = (await home().catch(() => null))?.villages ?? []
      await load(this, {
        key: caseKey(id),
        fetch: () => fetchCase(id),
        show: (matter: CaseDetail) => {
          const village = villages.find((one) => one.id === matter.villageId)
          this.setData({ view: caseView(matter, village, readerOf(keptMe()?.account)) })
        },
      })
    },
    explain() {
      this.setData({ explained: !this.data.explained })
    },
    /** The link is made for this look only and runs out by itself. */
    async openPaper(event: WechatMiniprogram.TouchEvent) {
      const { key = '', has } = event.currentTarget.dataset as { key?: string; has?: boolean }
      if (!has) return
      const words = { failed: '照片没打开', kept: '照片还在', again: '再看一次' }
      Object.assign(this, { last: () => this.openPaper(event) })
      const url = await act(this, words, async () => {
        const link = await paperLink(this.data.id, key)
        if (!link) throw new CallError('NOT_FOUND', '这样没有照片，他自己带来。')
        return link
      })
      const name = this.data.view?.papers.find((one) => one.key === key)?.name ?? ''
      if (url) this.setData({ photo: { key, name, url, broken: false } })
    },
    photoBroken() {
      this.setData({ 'photo.broken': true })
    },
    enlarge() {
      const { photo } = this.data
      if (photo) void wx.previewImage({ urls: [photo.url], showmenu: false })
    },
    closePhoto() {
      this.setData({ photo: null })
    },
    async print(event: WechatMiniprogram.TouchEvent) {
      const { kind } = event.currentTarget.dataset as { kind: SheetKind }
      Object.assign(this, { last: () => this.print(event) })
      await act(this, PRINT_WORDS, () => printSheet(this.data.id, kind))
    },
    again() {
      void (this as unknown as { last?: () => Promise<void> }).last?.()
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
    take(event: WechatMiniprogram.TouchEvent) {
      const { step = '' } = event.currentTarget.dataset as { step?: string }
      go(`/packages/office/step/step?id=${this.data.id}&step=${step}`)
    },
  },
})

const WORKING: readonly string[] = ['cadre', 'window', 'agent']

function readerOf(account: Account | null | undefined): Reader | null {
  const staff = account?.staff
  if (!staff) return null
  const papers = account.roles.some((role) => WORKING.includes(role))
  return { name: staff.name, department: staff.department, papers }
}
