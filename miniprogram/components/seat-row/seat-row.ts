/** One half hour: time, seats as squares, how many are left in words. */
Component({
  properties: {
    /** `SlotRow` of shared/slot-days. */
    row: { type: Object, value: { seats: [] } },
    chosen: Boolean,
  },
})
