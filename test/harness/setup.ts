// type-graphql and typeorm read decorators through this polyfill.
import 'reflect-metadata';
