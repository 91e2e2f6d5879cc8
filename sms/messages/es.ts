import { asks } from "#sms/messages/es/asks.ts";
import { cards } from "#sms/messages/es/cards.ts";
import { casts } from "#sms/messages/es/casts.ts";
import { gatherings } from "#sms/messages/es/gatherings.ts";
import { groups } from "#sms/messages/es/groups.ts";
import { inbox } from "#sms/messages/es/inbox.ts";
import { items } from "#sms/messages/es/items.ts";
import { numbers } from "#sms/messages/es/numbers.ts";
import { organizers } from "#sms/messages/es/organizers.ts";
import { posts } from "#sms/messages/es/posts.ts";
import { service } from "#sms/messages/es/service.ts";
import { wishes } from "#sms/messages/es/wishes.ts";
import type { Catalogue } from "#sms/messages/saying.ts";

export const es: Catalogue = {
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
