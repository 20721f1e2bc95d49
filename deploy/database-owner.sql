-- The owner of the schema and its database, once, as the superuser of your PostgreSQL (15 or later):
--   sudo -u postgres env DATABASE_PASSWORD='…' psql -f deploy/database-owner.sql
-- Not a superuser. It may create roles, because Vicinia makes two without rights: one for requests, one for jobs.
\set ON_ERROR_STOP on
\getenv password DATABASE_PASSWORD
create role vicinia_owner login nosuperuser createrole password :'password';
create database vicinia owner vicinia_owner template template0 encoding 'UTF8' locale 'C';
