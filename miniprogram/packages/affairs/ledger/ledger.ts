import { sayWhy } from '../../../services/call'
import { page } from '../../../services/page'
import { spokenDate } from '../../../shared/dates'
import { verifyPart } from '../calls'
import type { BrokenMatter } from '../calls'

interface Line {
  readonly key: string
  readonly title: string
  readonly text: string
}

const lineOf = ({ kind, number, n, of, why, on }: BrokenMatter): Line => ({
  key: `${kind}${number}`,
  title: `${kind} ${number}`,
  text: `第${String(n)}步（共${String(of)}步${on ? `，${spokenDate(on)}` : ''}）${why}`,
})

/** 核对台账: every step of every matter, link by link; the first broken one is named. */
page({
  data: {
    busy: false,
    matters: 0,
    steps: 0,
    broken: [] as Line[],
    state: 'start' as 'start' | 'running' | 'whole' | 'broken',
    failure: '',
  },
  methods: {
    async verify() {
      if (this.data.busy) return
      this.setData({ busy: true, state: 'running', matters: 0, steps: 0, broken: [], failure: '' })
      try {
        let cursor: string | undefined
        do {
          const part = await verifyPart(cursor)
          this.setData({
            matters: this.data.matters + part.matters,
            steps: this.data.steps + part.steps,
            broken: [...this.data.broken, ...part.broken.map(lineOf)],
          })
          cursor = part.next ?? undefined
        } while (cursor !== undefined)
        this.setData({ state: this.data.broken.length > 0 ? 'broken' : 'whole' })
      } catch (error) {
        this.setData({ state: 'start', failure: sayWhy(error) })
      } finally {
        this.setData({ busy: false })
      }
    },
  },
})
