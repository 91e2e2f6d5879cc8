import { asks } from "#sms/messages/es/asks.ts";
import { crowd } from "#sms/messages/es/crowd.ts";
import { numbers } from "#sms/messages/es/numbers.ts";
import { posts } from "#sms/messages/es/posts.ts";
import { service } from "#sms/messages/es/service.ts";
import type { Catalogue } from "#sms/messages/saying.ts";

export const es: Catalogue = { ...posts, ...asks, ...numbers, ...service, ...crowd };
