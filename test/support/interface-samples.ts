/** A spec of our own with an IDL that has one of everything. */
export const sampleSpec = `# Queue

- \`(Q1)\` \`Queue#send\` puts an item into the queue.
- \`(Q2)\` The queue has states.
- \`(Q3)\` \`Queue\` takes options.
  - \`(Q3a)\` \`maxItems\` bounds the queue.
- \`(Q4)\` \`Store#load(path: String, retries?: Int) => io Item[]\` reads items back.
- \`(Q5)\` \`Store#drop(reason)\` function forgets them.
- \`(Q6)\` Calls \`now()\` and \`Queue#close()\` are only mentioned.
- \`(Q9)\` Nothing here.

## IDL

    class Queue<T> extends Emitter<QueueEvent>: // Q*
      constructor(name: String) // Q1
      constructor(QueueOptions) // Q1
      +fromJson(String | JsonObject) -> Queue // Q1
      send(item: T, delay: Duration default 0s) => io SendResult<T> // Q1
      send(T[], callback: ((Item, Int?) -> io (String | Item))?) => io // Q1
      list(
        Int limit,
        Dict<String, String> params?, // Q1
        order: .Newest | .Oldest api-default .Newest
      ) => io Page<Item> // Q1
      state: QueueState // Q2
      default: Bool default true // Q2
      class: String? // Q2
      options: QueueOptions // Q3
      tags: [String: Stringifiable]? // Q3
      logHandler: // platform specific - Q3
      unrelated() // Q77

    enum QueueState: // Q2
      OPEN
      DRAINING // Q2
      CLOSED

    enum QueueEvent: // Q2
      embeds QueueState
      UPDATE // Q2b

    class QueueOptions: // Q3
      embeds BaseOptions
      max-items: Int
      maxItems: Int default 100 // Q3a
      names: String[] default ["a", "b"] // Q3
      in: Time? // Q3
      token: String? | Item? // Q3
`;
