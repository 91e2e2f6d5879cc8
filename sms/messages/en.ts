import { asks } from "#sms/messages/en/asks.ts";
import { cards } from "#sms/messages/en/cards.ts";
import { casts } from "#sms/messages/en/casts.ts";
import { gatherings } from "#sms/messages/en/gatherings.ts";
import { groups } from "#sms/messages/en/groups.ts";
import { inbox } from "#sms/messages/en/inbox.ts";
import { items } from "#sms/messages/en/items.ts";
import { numbers } from "#sms/messages/en/numbers.ts";
import { organizers } from "#sms/messages/en/organizers.ts";
import { posts } from "#sms/messages/en/posts.ts";
import { service } from "#sms/messages/en/service.ts";
import { wishes } from "#sms/messages/en/wishes.ts";
import type { Catalogue } from "#sms/messages/saying.ts";

export const en: Catalogue = {
  ...posts,
  ...asks,
  ...numbers,
  ...service,
  ...groups,
  ...gatherings,
  ...items,
  ...casts,
  ...cards,
  ...wishes,
  ...organizers,
  ...inbox,
};
