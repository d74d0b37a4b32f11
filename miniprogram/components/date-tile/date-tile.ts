import { spokenDate } from '../../shared/dates'

/** A day as a leaf of a calendar: month, day, weekday. */
Component({
  properties: { date: String },
  data: { month: '', day: '', week: '' },
  observers: {
    date(date: string) {
      if (!date) return
      const [monthDay = '', week = ''] = spokenDate(date).split(' ')
      const [month = '', day = ''] = monthDay.split('月')
      this.setData({ month: `${month}月`, day: day.replace('日', ''), week })
    },
  },
})
