import { Connection } from '@temporalio/client';
import mongoose from 'mongoose';
import { registerSearchAttributes, SEARCH_ATTRIBUTES } from '../../worker/search-attributes';
import { spawnOwnServers, testServers } from '../support/servers';

describe('the embedded servers', () => {
  it('do transactions and change streams', async () => {
    const { mongodbUri } = await testServers();
    const connection = await mongoose.createConnection(mongodbUri).asPromise();
    const rows = connection.collection('rows');
    const stream = rows.watch();
    const change = stream.next();
    await connection.transaction(async (session) => {
      await rows.insertOne({ n: 1 }, { session });
      await rows.insertOne({ n: 2 }, { session });
    });
    expect((await change).operationType).toBe('insert');
    expect(await rows.countDocuments()).toBe(2);
    await stream.close();
    await connection.dropDatabase();
    await connection.close();
  });

  it('know the search attributes, however often they are registered', async () => {
    const { temporalAddress, namespace } = await testServers();
    const connection = await Connection.connect({ address: temporalAddress });
    await registerSearchAttributes(connection, namespace);
    await registerSearchAttributes(connection, namespace);
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    expect(Object.keys(customAttributes ?? {})).toEqual(expect.arrayContaining(Object.keys(SEARCH_ATTRIBUTES)));
    await connection.close();
  });

  it('keep what they acknowledged when they are killed and started again', async () => {
    const own = await spawnOwnServers();
    const before = await mongoose.createConnection(own.mongodbUri).asPromise();
    await before.collection('rows').insertOne({ n: 1 });
    await before.close();
    await own.mongodb.restart();
    await own.temporal.restart();
    const after = await mongoose.createConnection(own.mongodbUri).asPromise();
    expect(await after.collection('rows').countDocuments()).toBe(1);
    await after.close();
    await own.close();
  });
});
