/**
 * Questions that name nothing: "how much is it?", "phí thế nào". By themselves every answer with a price fits them, so
 * they belong to what was said before, in the same message or in the answer before it.
 */
import { fold, words } from '../signals/folding';

/** What such a question is made of besides what it asks about. */
const SAYS_NOTHING = new Set(
  `and what about how but so ok okay also then too it its that this they them those these there one ones is are was do does did can could would will i we you me my the a an of on in at for to from by with much many cost costs price prices fee charge when time long whole entire full please each per have has be any still
   the con vay va thi no do cai cho ben bao nhieu nhiu tien gia phi may gio sao nao ra nhu duoc dc khong ko co a ah nhe nha ha oi shop minh em anh chi ban la ma mat het tinh neu luc khi`.split(
    /\s+/,
  ),
);
const POINTS_BACK = /\b(?:he|she|him|her|it|they|them|that|those|these)\b/;

export const saysSomething = (word: string): boolean => !SAYS_NOTHING.has(word);

export const isBare = (question: string): boolean => !words(question).some(saysSomething);

/** What it is about stands elsewhere: "what does he cost per night?" */
export const pointsBack = (question: string): boolean => POINTS_BACK.test(fold(question)) || isBare(question);
