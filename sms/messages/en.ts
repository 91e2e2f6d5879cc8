import { asks } from "#sms/messages/en/asks.ts";
import { crowd } from "#sms/messages/en/crowd.ts";
import { numbers } from "#sms/messages/en/numbers.ts";
import { posts } from "#sms/messages/en/posts.ts";
import { service } from "#sms/messages/en/service.ts";
import type { Catalogue } from "#sms/messages/saying.ts";

export const en: Catalogue = { ...posts, ...asks, ...numbers, ...service, ...crowd };
