import { act, actState } from '../../../services/act'
import { dropCache } from '../../../services/cache'
import { CallError, sayWhy } from '../../../services/call'
import { CASES_KEY, caseKey, fetchCase, supplement } from '../../../services/case'
import type { CaseDetail } from '../../../services/case'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { goBack, replace } from '../../../services/navigate'
import { page } from '../../../services/page'
import { takePhoto, uploadPhoto } from '../../../services/upload'
import type { PaperEntry } from '../papers'
import { givenOf, NOTHING_YET, supplementView } from './view'
import type { SupplementForm, SupplementView } from './view'

const WORDS = {
  failed: '刚才没交上去',
  kept: '拍好的都在',
  again: '再交一次',
  leaves: true,
}

/** 补材料: the one list, paper by paper; what is photographed is kept and can go first. */
page({
  data: {
    ...pageState(),
    ...actState(),
    id: '',
    matter: null as CaseDetail | null,
    view: null as SupplementView | null,
    hint: '',
  },
  methods: {
    onLoad({ id = '' }: { id?: string }) {
      this.setData({ id })
      void this.refresh()
    },
    async refresh() {
      const { id } = this.data
      await load(this, {
        key: caseKey(id),
        fetch: () => fetchCase(id),
        show: (matter: CaseDetail) => this.show(matter, this.form()),
      })
    },
    show(matter: CaseDetail, form: SupplementForm) {
      this.setData({ matter, view: supplementView(matter, form) })
    },
    draftName(): string {
      return `supplement:${this.data.id}`
    },
    form(): SupplementForm {
      return openDraft(this.draftName(), NOTHING_YET).form
    },
    setPaper(key: string, entry: PaperEntry) {
      const { matter } = this.data
      const draft = openDraft(this.draftName(), NOTHING_YET)
      const { form } = keepForm(this.draftName(), draft, {
        papers: { ...draft.form.papers, [key]: entry },
      })
      this.setData({ hint: '' })
      if (matter) this.show(matter, form)
    },
    async shoot(event: WechatMiniprogram.TouchEvent) {
      const key = String(event.currentTarget.dataset.key)
      try {
        const photo = await takePhoto()
        if (photo) await this.upload(key, photo.path)
      } catch (error) {
        this.setData({
          trouble: { title: '没拍成', text: sayWhy(error), again: '', code: 'NO_CAMERA' },
        })
      }
    },
    async upload(key: string, path: string) {
      this.setPaper(key, { state: 'sending', path })
      try {
        this.setPaper(key, { state: 'sent', path, fileId: await uploadPhoto(path) })
      } catch (error) {
        if (!(error instanceof CallError)) throw error
        this.setPaper(key, { state: 'failed', path })
      }
    },
    resend(event: WechatMiniprogram.TouchEvent) {
      const key = String(event.currentTarget.dataset.key)
      const path = this.form().papers[key]?.path
      if (path) void this.upload(key, path)
    },
    async send() {
      const { id, matter, busy } = this.data
      if (busy || !matter) return
      const given = givenOf(matter, this.form())
      if (given.length === 0) {
        this.setData({ hint: '还没拍。拍一样就能先交一样' })
        return
      }
      const { requestId } = openDraft(this.draftName(), NOTHING_YET)
      const sent = await act(this, WORDS, async () => {
        await supplement(id, given, requestId)
        return true
      })
      if (!sent) return
      closeDraft(this.draftName())
      dropCache(CASES_KEY)
      dropCache(caseKey(id))
      this.leave()
    },
    /** To the matter, which now says what is left. */
    leave() {
      if (getCurrentPages().length > 1) goBack()
      else replace(`/packages/case/progress/progress?id=${this.data.id}`)
    },
    again() {
      void this.send()
    },
    copy() {
      void wx.setClipboardData({ data: this.data.view?.sheet ?? '', fail: () => undefined })
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
