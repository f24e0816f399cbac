/**
 * The messages of one conversation as a page knows them: rows from the server in order of `seq`, then what was
 * written here and is not yet visible there. A row replaces the local copy with the same message id; an older version
 * of a row (a page that was read while the stream went on) never replaces a newer one.
 */
export function createTimeline() {
  const rows = new Map();
  const local = new Map();
  return {
    merge(row) {
      if (typeof row?.seq !== 'number' || rows.get(row.seq)?.eventNo > row.eventNo) return;
      rows.set(row.seq, row);
      if (row.author !== 'ai') local.delete(row.messageId);
    },
    /** A delivery receipt for a row, by seq or message id. */
    amend(change) {
      const row = rows.get(change.seq) ?? [...rows.values()].find((each) => each.messageId === change.messageId);
      if (row) rows.set(row.seq, { ...row, ...change, seq: row.seq });
    },
    /** A message on its way: `state` is `sending`, `sent` or `failed`. */
    put(message) {
      if ([...rows.values()].some((row) => row.messageId === message.messageId)) return;
      local.set(message.messageId, { ...local.get(message.messageId), ...message });
    },
    local: (messageId) => local.get(messageId),
    drop: (messageId) => local.delete(messageId),
    list: () => [...[...rows.values()].sort((a, b) => a.seq - b.seq), ...local.values()],
    clear() {
      rows.clear();
    },
  };
}
