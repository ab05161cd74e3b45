PRAGMA application_id = 1735614836;
PRAGMA user_version = 2;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE form (
	hash     TEXT PRIMARY KEY CHECK (length(hash) = 64),
	id       TEXT NOT NULL CHECK (id <> ''),
	version  TEXT NOT NULL CHECK (version <> ''),
	source   BLOB NOT NULL,
	view     TEXT NOT NULL UNIQUE, -- name of the wide view
	added_at TEXT NOT NULL
) STRICT;
INSERT INTO form VALUES('6c3e3f584e671d9e474d5498b3d6087b2eab2484284fb0e1c67864bd050111bf','inspection','2024-01-01',X'69643a20696e7370656374696f6e0a76657273696f6e3a2022323032342d30312d3031220a7469746c653a207b76693a2022506869e1babf75207468e1bbad222c20656e3a202254696e7920666f726d227d0a70726f6772616d6d653a20474e42562d323032312d323032350a76616c69645f66726f6d3a2022323032322d30372d3135220a62617369733a202274657374220a73656374696f6e733a0a20202d206e616d653a20686561640a20202020636f64653a202256220a202020207469746c653a207b76693a20224368756e67222c20656e3a202248656164227d0a2020202073686f72743a207b76693a20224368756e67222c20656e3a202248656164227d0a202020206974656d733a0a2020202020202d207b6e616d653a206c65616465722c20636f64653a2022312e3031222c20747970653a20746578742c206c6162656c3a207b76693a20225472c6b0e1bb9f6e6720c4916fc3a06e222c20656e3a20224c6561646572227d2c2062617369733a202243227d0a2020202020202d207b6e616d653a206f666669636572732c20636f64653a2022312e3032222c20747970653a20696e74656765722c206c6162656c3a207b76693a202243c3a16e2062e1bb99222c20656e3a20224f66666963657273227d2c2062617369733a202243227d0a2020202020202d207b6e616d653a20636f6d6d69747465652c20636f64653a2022312e3033222c20747970653a207965736e6f6e612c206c6162656c3a207b76693a202242616e204368e1bb8920c491e1baa16f222c20656e3a2022436f6d6d6974746565227d2c2062617369733a202243227d0a2020202020202d207b6e616d653a2061737369676e65642c20636f64653a2022312e3034222c20747970653a206d6f6e65792c206c6162656c3a207b76693a202256e1bb916e206769616f222c20656e3a202241737369676e6564227d2c2062617369733a202243227d0a20202d206e616d653a20776f726b730a20202020636f64653a202257220a202020207469746c653a207b76693a202243c3b46e67207472c3ac6e68222c20656e3a2022576f726b73227d0a2020202073686f72743a207b76693a202243c3b46e67207472c3ac6e68222c20656e3a2022576f726b73227d0a202020206974656d733a0a2020202020202d206e616d653a2070726f6a656374730a2020202020202020636f64653a2022322e5431220a2020202020202020747970653a207461626c650a20202020202020206c6162656c3a207b76693a202243c3b46e67207472c3ac6e68222c20656e3a202250726f6a65637473227d0a202020202020202062617369733a202243220a20202020202020207461626c653a0a20202020202020202020667265653a20747275650a20202020202020202020636f6c756d6e733a0a2020202020202020202020202d207b6e616d653a207469746c652c20636f64653a2022322e3031222c20747970653a20746578742c206c6162656c3a207b76693a202254c3aa6e222c20656e3a20224e616d65227d2c2062617369733a202243227d0a2020202020202020202020202d207b6e616d653a20636f73742c20636f64653a2022322e3032222c20747970653a206d6f6e65792c206c6162656c3a207b76693a202256e1bb916e222c20656e3a2022436f7374227d2c2062617369733a202243227d0a','v_inspection_2024_01_01','2024-06-15T08:00:07.000Z');
INSERT INTO form VALUES('afedebec6acfb4b5d3b37976581df3759acf85afa290bcc72f3d21684a605558','inspection','2024-07-01',X'69643a20696e7370656374696f6e0a76657273696f6e3a2022323032342d30372d3031220a7469746c653a207b76693a2022506869e1babf75207468e1bbad222c20656e3a202254696e7920666f726d227d0a70726f6772616d6d653a20474e42562d323032312d323032350a76616c69645f66726f6d3a2022323032322d30372d3135220a62617369733a202274657374220a73656374696f6e733a0a20202d206e616d653a20686561640a20202020636f64653a202256220a202020207469746c653a207b76693a20224368756e67222c20656e3a202248656164227d0a2020202073686f72743a207b76693a20224368756e67222c20656e3a202248656164227d0a202020206974656d733a0a2020202020202d207b6e616d653a206c65616465722c20636f64653a2022312e3031222c20747970653a20746578742c206c6162656c3a207b76693a20225472c6b0e1bb9f6e6720c4916fc3a06e222c20656e3a20224c6561646572227d2c2062617369733a202243227d0a2020202020202d207b6e616d653a206f666669636572732c20636f64653a2022312e3032222c20747970653a20696e74656765722c206c6162656c3a207b76693a202243c3a16e2062e1bb99222c20656e3a20224f66666963657273227d2c2062617369733a202243227d0a2020202020202d207b6e616d653a20636f6d6d69747465652c20636f64653a2022312e3033222c20747970653a207965736e6f6e612c206c6162656c3a207b76693a202242616e204368e1bb8920c491e1baa16f222c20656e3a2022436f6d6d6974746565227d2c2062617369733a202243227d0a2020202020202d207b6e616d653a2061737369676e65642c20636f64653a2022312e3034222c20747970653a206d6f6e65792c206c6162656c3a207b76693a202256e1bb916e206769616f222c20656e3a202241737369676e6564227d2c2062617369733a202243227d0a20202d206e616d653a20776f726b730a20202020636f64653a202257220a202020207469746c653a207b76693a202243c3b46e67207472c3ac6e68222c20656e3a2022576f726b73227d0a2020202073686f72743a207b76693a202243c3b46e67207472c3ac6e68222c20656e3a2022576f726b73227d0a202020206974656d733a0a2020202020202d206e616d653a2070726f6a656374730a2020202020202020636f64653a2022322e5431220a2020202020202020747970653a207461626c650a20202020202020206c6162656c3a207b76693a202243c3b46e67207472c3ac6e68222c20656e3a202250726f6a65637473227d0a202020202020202062617369733a202243220a20202020202020207461626c653a0a20202020202020202020667265653a20747275650a20202020202020202020636f6c756d6e733a0a2020202020202020202020202d207b6e616d653a207469746c652c20636f64653a2022322e3031222c20747970653a20746578742c206c6162656c3a207b76693a202254c3aa6e222c20656e3a20224e616d65227d2c2062617369733a202243227d0a2020202020202020202020202d207b6e616d653a20636f73742c20636f64653a2022322e3032222c20747970653a206d6f6e65792c206c6162656c3a207b76693a202256e1bb916e222c20656e3a2022436f7374227d2c2062617369733a202243227d0a','v_inspection_2024_07_01','2024-06-15T08:00:35.000Z');
INSERT INTO form VALUES('27be5515b282ae11b3f0ca1eb3db531ed169829e2157907f2af3edc4408b476f','finding','2024-01-01',X'69643a2066696e64696e670a76657273696f6e3a2022323032342d30312d3031220a7469746c653a207b76693a202254e1bb936e2074e1baa169222c20656e3a202246696e64696e67227d0a70726f6772616d6d653a20616e790a706172656e743a20696e7370656374696f6e0a76616c69645f66726f6d3a2022323032322d30372d3135220a62617369733a202274657374220a686561643a207b7469746c653a20776861742c206e756d6265723a206e756d6265722c2073746174653a2073746174657d0a73656374696f6e733a0a20202d206e616d653a20666f756e640a20202020636f64653a202258220a202020207469746c653a207b76693a202254e1bb936e2074e1baa169222c20656e3a202246696e64696e67227d0a2020202073686f72743a207b76693a202254e1bb936e2074e1baa169222c20656e3a202246696e64696e67227d0a202020206974656d733a0a2020202020202d207b6e616d653a206e756d6265722c20636f64653a2022582e3031222c20747970653a20746578742c206c6162656c3a207b76693a20224dc3a3222c20656e3a20224e756d626572227d2c20726561646f6e6c793a20747275652c2062617369733a202249227d0a2020202020202d207b6e616d653a20776861742c20636f64653a2022582e3032222c20747970653a20746578742c206c6162656c3a207b76693a20224ee1bb99692064756e67222c20656e3a202257686174227d2c2062617369733a202249227d0a2020202020202d207b6e616d653a2073746174652c20636f64653a2022582e3035222c20747970653a20746578742c206c6162656c3a207b76693a202254c3ac6e68207472e1baa16e67222c20656e3a20225374617465227d2c2062617369733a202249227d0a','v_finding_2024_01_01','2024-06-16T07:31:38.000Z');
CREATE TABLE IF NOT EXISTS "record" (
	key          INTEGER PRIMARY KEY,
	id           TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^0-9A-Za-z-]*'),
	unit         TEXT NOT NULL, -- code@first day in force; '' when unknown
	unit_name    TEXT NOT NULL,
	unit_path    TEXT NOT NULL,
	visit        TEXT NOT NULL CHECK (visit = '' OR visit GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	round        TEXT NOT NULL,
	programme    TEXT NOT NULL,
	projects     TEXT NOT NULL CHECK (json_valid(projects)),
	form         TEXT NOT NULL REFERENCES form (hash),
	status       TEXT NOT NULL CHECK (status IN ('draft', 'completed')),
	rev          INTEGER NOT NULL CHECK (rev > 0), -- number of the last event
	created_at   TEXT NOT NULL,
	created_by   TEXT NOT NULL,
	changed_at   TEXT NOT NULL,
	changed_by   TEXT NOT NULL,
	completed_at TEXT NOT NULL DEFAULT '',
	completed_by TEXT NOT NULL DEFAULT '',
	progress     TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(progress)),
	place        TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(place)),
	folded       TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'inspection' CHECK (kind <> ''), parent INTEGER REFERENCES record (key), in_round INTEGER REFERENCES record (key), origin_item TEXT NOT NULL DEFAULT '', origin_row TEXT NOT NULL DEFAULT '', title TEXT NOT NULL DEFAULT '', number TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT '', settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1)), starts TEXT NOT NULL DEFAULT '', ends TEXT NOT NULL DEFAULT '', due TEXT NOT NULL DEFAULT '', planned INTEGER NOT NULL DEFAULT 0, year INTEGER NOT NULL DEFAULT 0, level TEXT NOT NULL DEFAULT '', sort TEXT NOT NULL DEFAULT '', area INTEGER NOT NULL DEFAULT 0, item TEXT NOT NULL DEFAULT '', responsible TEXT NOT NULL DEFAULT '', amount INTEGER NOT NULL DEFAULT 0, recovered INTEGER NOT NULL DEFAULT 0, returned_by TEXT NOT NULL DEFAULT '', returned_reason TEXT NOT NULL DEFAULT '', -- what the list is searched by, without accents
	CHECK ((status = 'completed') = (completed_at <> ''))
) STRICT;
INSERT INTO record VALUES(1,'00000000-0000-7000-8000-000000000003','18073@2025-07-01','Phường Thành Sen','tỉnh Hà Tĩnh','2024-06-14','Đợt 1','GNBV-2021-2025','["DA1","DA4"]','6c3e3f584e671d9e474d5498b3d6087b2eab2484284fb0e1c67864bd050111bf','draft',14,'2024-06-15T08:00:14.000Z','an','2024-06-15T08:00:28.000Z','binh','','','[{"section":"head","answered":1,"items":4,"missing":3,"stops":0,"reasons":0,"notices":0}]','{"section":"works","item":"projects","row":"a","part":"cost","caret":2}','phuong thanh sen tinh ha tinh dot 1 2024-06-14 14/06/2024 14/6/2024 18073','inspection',NULL,NULL,'','','','','',0,'','','',0,0,'','',0,'','',0,0,'','');
INSERT INTO record VALUES(2,'00000000-0000-7000-8000-000000000004','18073@2025-07-01','Xã Hương Khê','tỉnh Hà Tĩnh','2024-06-15','Đợt 1','GNBV-2021-2025','["DA1","DA4"]','afedebec6acfb4b5d3b37976581df3759acf85afa290bcc72f3d21684a605558','completed',4,'2024-06-15T08:00:42.000Z','binh','2024-06-15T08:00:49.000Z','binh','2024-06-15T08:00:49.000Z','binh','[{"section":"head","answered":4,"items":4,"missing":0,"stops":0,"reasons":0,"notices":0}]','{}','xa huong khe tinh ha tinh dot 1 2024-06-15 15/06/2024 15/6/2024 18073','inspection',NULL,NULL,'','','','','',0,'','','',0,0,'','',0,'','',0,0,'','');
INSERT INTO record VALUES(3,'00000000-0000-7000-8000-000000000005','18073@2025-07-01','Xã Đồng Lộc 100%','tỉnh Hà Tĩnh','2024-06-16','Đợt 1','GNBV-2021-2025','["DA1","DA4"]','6c3e3f584e671d9e474d5498b3d6087b2eab2484284fb0e1c67864bd050111bf','draft',5,'2024-06-15T08:00:56.000Z','an','2024-06-15T08:01:17.000Z','an','','','[{"section":"head","answered":1,"items":4,"missing":3,"stops":0,"reasons":0,"notices":0}]','{}','xa dong loc 100% tinh ha tinh dot 1 2024-06-16 16/06/2024 16/6/2024 18073','inspection',NULL,NULL,'','','','','',0,'','','',0,0,'','',0,'','',0,0,'binh','sai số liệu');
INSERT INTO record VALUES(4,'00000000-0000-7000-8000-000000000006','18073@2025-07-01','','tỉnh Hà Tĩnh','2024-06-17','Đợt 1','GNBV-2021-2025','["DA1","DA4"]','6c3e3f584e671d9e474d5498b3d6087b2eab2484284fb0e1c67864bd050111bf','draft',2,'2024-06-15T08:01:24.000Z','an','2024-06-15T08:01:24.000Z','an','','','[{"section":"head","answered":1,"items":4,"missing":3,"stops":0,"reasons":0,"notices":0}]','{}','tinh ha tinh dot 1 2024-06-17 17/06/2024 17/6/2024 18073','inspection',NULL,NULL,'','','','','',0,'','','',0,0,'','',0,'','',0,0,'','');
INSERT INTO record VALUES(5,'00000000-0000-7000-8000-000000000103','18073@2025-07-01','Xã Kỳ Lưu','tỉnh Hà Tĩnh','2024-06-14','Đợt 1','GNBV-2021-2025','["DA1","DA4"]','6c3e3f584e671d9e474d5498b3d6087b2eab2484284fb0e1c67864bd050111bf','draft',16,'2024-06-16T07:30:14.000Z','an','2024-06-16T07:31:31.000Z','an','','','[]','{}','xa ky luu tinh ha tinh dot 1 2024-06-14 14/06/2024 14/6/2024 18073','inspection',NULL,NULL,'','','','','',0,'','','',0,0,'','',0,'','',0,0,'binh','thiếu biên bản');
INSERT INTO record VALUES(6,'00000000-0000-7000-8000-000000000104','18073@2025-07-01','Phường Thành Sen','tỉnh Hà Tĩnh','2024-06-14','Đợt 1','GNBV-2021-2025','["DA1","DA4"]','27be5515b282ae11b3f0ca1eb3db531ed169829e2157907f2af3edc4408b476f','draft',2,'2024-06-16T07:31:45.000Z','an','2024-06-16T07:31:45.000Z','an','','','[]','{}','phuong thanh sen tinh ha tinh dot 1 2024-06-14 14/06/2024 14/6/2024 18073 tt-0001','finding',5,NULL,'','','','TT-0001','',0,'','','',0,0,'','',0,'','',0,0,'','');
CREATE TABLE answer (
	record INTEGER NOT NULL REFERENCES "record" (key),
	item       TEXT NOT NULL CHECK (item <> ''),
	row        TEXT NOT NULL,
	part       TEXT NOT NULL,
	raw        TEXT NOT NULL,
	value      ANY CHECK (typeof(value) IN ('null', 'integer', 'text')),
	carried    INTEGER NOT NULL DEFAULT 0 CHECK (carried IN (0, 1)),
	rev        INTEGER NOT NULL CHECK (rev > 0),
	PRIMARY KEY (record, item, row, part)
) STRICT, WITHOUT ROWID;
INSERT INTO answer VALUES(1,'assigned','','','8,84x',NULL,0,1);
INSERT INTO answer VALUES(1,'committee','','','no','no',1,1);
INSERT INTO answer VALUES(1,'committee','','@note','',NULL,0,2);
INSERT INTO answer VALUES(1,'leader','','','Trần Thị Bé','Trần Thị Bé',0,1);
INSERT INTO answer VALUES(1,'officers','','','13',13,0,2);
INSERT INTO answer VALUES(1,'projects','a','title','Đường','Đường',0,1);
INSERT INTO answer VALUES(1,'projects','b','title','Kênh','Kênh',0,1);
INSERT INTO answer VALUES(2,'leader','','','Trần Thị Bé','Trần Thị Bé',0,1);
INSERT INTO answer VALUES(2,'officers','','','4',4,0,1);
INSERT INTO answer VALUES(3,'leader','','','Trần Thị Bé','Trần Thị Bé',0,1);
INSERT INTO answer VALUES(3,'officers','','','9',9,0,1);
INSERT INTO answer VALUES(4,'leader','','','Trần Thị Bé','Trần Thị Bé',0,1);
INSERT INTO answer VALUES(5,'committee','','@note','',NULL,0,2);
INSERT INTO answer VALUES(5,'leader','','','Lê Văn Ổn','Lê Văn Ổn',0,2);
INSERT INTO answer VALUES(5,'officers','','','13','13',0,2);
INSERT INTO answer VALUES(5,'projects','x','title','Đường','Đường',0,1);
INSERT INTO answer VALUES(6,'number','','','TT-0001','TT-0001',0,1);
CREATE TABLE table_row (
	record INTEGER NOT NULL REFERENCES "record" (key),
	tbl        TEXT NOT NULL CHECK (tbl <> ''),
	row        TEXT NOT NULL CHECK (row <> ''),
	pos        INTEGER NOT NULL CHECK (pos >= 0),
	removed    INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
	PRIMARY KEY (record, tbl, row)
) STRICT, WITHOUT ROWID;
INSERT INTO table_row VALUES(1,'projects','a',0,0);
INSERT INTO table_row VALUES(1,'projects','b',2,1);
INSERT INTO table_row VALUES(1,'projects','c',1,0);
INSERT INTO table_row VALUES(5,'projects','x',0,0);
INSERT INTO table_row VALUES(5,'projects','y',2,1);
INSERT INTO table_row VALUES(5,'projects','z',1,0);
CREATE TABLE fact (
	record INTEGER NOT NULL REFERENCES "record" (key),
	tbl        TEXT NOT NULL,
	row        TEXT NOT NULL,
	n          INTEGER NOT NULL, -- 0, 1, 2 … within the row
	unit       TEXT NOT NULL,
	year       INTEGER NOT NULL,
	project    TEXT NOT NULL,
	kind       TEXT NOT NULL,
	source     TEXT NOT NULL,
	measure    TEXT NOT NULL,
	amount     INTEGER NOT NULL, -- đồng
	PRIMARY KEY (record, tbl, row, n)
) STRICT, WITHOUT ROWID;
INSERT INTO fact VALUES(1,'projects','a',0,'18073@2025-07-01',2023,'DA1','DT','NSTW','cost',1000000);
CREATE TABLE event (
	record      INTEGER NOT NULL REFERENCES record (key),
	seq         INTEGER NOT NULL CHECK (seq > 0),
	at          TEXT NOT NULL,
	by          TEXT NOT NULL,
	origin      TEXT NOT NULL,
	kind        TEXT NOT NULL CHECK (kind IN ('create', 'answer', 'row-add', 'row-remove', 'complete', 'reopen', 'move')),
	cause       TEXT NOT NULL,
	item        TEXT NOT NULL,
	row         TEXT NOT NULL,
	part        TEXT NOT NULL,
	old_raw     TEXT NOT NULL,
	old_value   ANY CHECK (typeof(old_value) IN ('null', 'integer', 'text')),
	old_carried INTEGER NOT NULL CHECK (old_carried IN (0, 1)),
	new_raw     TEXT NOT NULL,
	new_value   ANY CHECK (typeof(new_value) IN ('null', 'integer', 'text')),
	new_carried INTEGER NOT NULL CHECK (new_carried IN (0, 1)),
	detail      TEXT NOT NULL, -- of create: what the record is; of row-add: the place; of complete: the head; of move: the forms
	reason      TEXT NOT NULL,
	hash        BLOB NOT NULL CHECK (length(hash) = 32),
	PRIMARY KEY (record, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO event VALUES(1,1,'2024-06-15T08:00:14.000Z','an','may-an','create','','','','','',NULL,0,'',NULL,0,'{"unit":"18073@2025-07-01","unit_name":"Phường Thành Sen","unit_path":"tỉnh Hà Tĩnh","visit":"2024-06-14","round":"Đợt 1","programme":"GNBV-2021-2025","projects":["DA1","DA4"],"form":"6c3e3f584e671d9e474d5498b3d6087b2eab2484284fb0e1c67864bd050111bf"}','',X'71ef6f8d6daa03e93e6b066bf3c9173aa22dbfbf91b7e33dd31228cf1bb77a3a');
INSERT INTO event VALUES(1,2,'2024-06-15T08:00:14.000Z','an','may-an','answer','filled','leader','','','',NULL,0,'Trần Thị Bé','Trần Thị Bé',0,'','',X'19938cc6903757e5e8a885228130492bf1bdf7b997e5d7e4953f88b2c3b120f2');
INSERT INTO event VALUES(1,3,'2024-06-15T08:00:21.000Z','an','may-an','answer','typed','officers','','','',NULL,0,'12',12,0,'','',X'05c2ce2cccf53f658b705860ce2f18489d2d79b6dc838967677db276d49c5c87');
INSERT INTO event VALUES(1,4,'2024-06-15T08:00:21.000Z','an','may-an','answer','typed','committee','','@note','',NULL,0,replace('hòa\nhai dòng','\n',char(10)),replace('hòa\nhai dòng','\n',char(10)),0,'','',X'6fec05db03323d6edc807cc5cbb27d4e4d670a4d956b0e19320a313064f6d196');
INSERT INTO event VALUES(1,5,'2024-06-15T08:00:21.000Z','an','may-an','answer','typed','assigned','','','',NULL,0,'8,84x',NULL,0,'','',X'9b27eb4d0985c6c3a6076c1b69575af26089c6acf63a9d68c19ae6d5f273ebf2');
INSERT INTO event VALUES(1,6,'2024-06-15T08:00:21.000Z','an','may-an','answer','carried','committee','','','',NULL,0,'no','no',1,'','',X'54dafd38f71fc9fc0f8ac7e701012d5bfcbd0811f1dc8845203ecb0314053068');
INSERT INTO event VALUES(1,7,'2024-06-15T08:00:21.000Z','an','may-an','row-add','typed','projects','a','','',NULL,0,'',NULL,0,'0','',X'800c5b4ccab3e98b089671c4d502a25c9db93750b5ed95de08893dd78d732a57');
INSERT INTO event VALUES(1,8,'2024-06-15T08:00:21.000Z','an','may-an','answer','typed','projects','a','title','',NULL,0,'Đường','Đường',0,'','',X'6aad433b1f98d67bffbebb589b9b7ae1be19de56d7d79878de056d7bb50f1373');
INSERT INTO event VALUES(1,9,'2024-06-15T08:00:21.000Z','an','may-an','row-add','typed','projects','b','','',NULL,0,'',NULL,0,'1','',X'106adccad593e3259cdc3a5ac0b1c4d481ca742fce5ae3b8a9618032a2736fab');
INSERT INTO event VALUES(1,10,'2024-06-15T08:00:21.000Z','an','may-an','answer','typed','projects','b','title','',NULL,0,'Kênh','Kênh',0,'','',X'd77c6ba53741fd0b7d971c2b3a0a3272c5c5d15441d51a1bbe7a0860952b0470');
INSERT INTO event VALUES(1,11,'2024-06-15T08:00:21.000Z','an','may-an','row-add','typed','projects','c','','',NULL,0,'',NULL,0,'1','',X'2ca5e4cf3d133f92c94cc7e6415f1cf155abbf263dd0ff1f8dfe6488193ffdb4');
INSERT INTO event VALUES(1,12,'2024-06-15T08:00:21.000Z','an','may-an','row-remove','typed','projects','b','','',NULL,0,'',NULL,0,'','',X'b7a992bc4dd0197105dc5e2e5ef2ae33498dec57da0473b912b56678f9769766');
INSERT INTO event VALUES(1,13,'2024-06-15T08:00:28.000Z','binh','may-binh','answer','undo','officers','','','12',12,0,'13',13,0,'','',X'5542434f3af5dee2526a85aa33d637664a67d59c921a4aeefcfa58ff3a5e1fb4');
INSERT INTO event VALUES(1,14,'2024-06-15T08:00:28.000Z','binh','may-binh','answer','typed','committee','','@note',replace('hòa\nhai dòng','\n',char(10)),replace('hòa\nhai dòng','\n',char(10)),0,'',NULL,0,'','',X'e20745acea6ac69d364d2346e817848c3d9ac434e4c15a081e0f0a73f006a3ef');
INSERT INTO event VALUES(2,1,'2024-06-15T08:00:42.000Z','binh','may-binh','create','','','','','',NULL,0,'',NULL,0,'{"unit":"18073@2025-07-01","unit_name":"Xã Hương Khê","unit_path":"tỉnh Hà Tĩnh","visit":"2024-06-15","round":"Đợt 1","programme":"GNBV-2021-2025","projects":["DA1","DA4"],"form":"afedebec6acfb4b5d3b37976581df3759acf85afa290bcc72f3d21684a605558"}','',X'c4df8fcfd1b9f2b53f9410fd25671bc5e3d908a00ddb5b3d9b59b71338e02c52');
INSERT INTO event VALUES(2,2,'2024-06-15T08:00:42.000Z','binh','may-binh','answer','filled','leader','','','',NULL,0,'Trần Thị Bé','Trần Thị Bé',0,'','',X'87f6e5903d3802d0ba54a68d64213c4d8659f57680b934a8e903d3fe3b196a6c');
INSERT INTO event VALUES(2,3,'2024-06-15T08:00:49.000Z','binh','may-binh','answer','typed','officers','','','',NULL,0,'4',4,0,'','',X'1f23eff7863ce41a1beb6426f20e9bb75061b971f24aeeb9186b043594ab4918');
INSERT INTO event VALUES(2,4,'2024-06-15T08:00:49.000Z','binh','may-binh','complete','','','','','',NULL,0,'',NULL,0,'','',X'aaebf5df8b270bd6eade4c8a65925d5a34777688200a832fa8924232f90a0359');
INSERT INTO event VALUES(3,1,'2024-06-15T08:00:56.000Z','an','may-an','create','','','','','',NULL,0,'',NULL,0,'{"unit":"18073@2025-07-01","unit_name":"Xã Đồng Lộc 100%","unit_path":"tỉnh Hà Tĩnh","visit":"2024-06-16","round":"Đợt 1","programme":"GNBV-2021-2025","projects":["DA1","DA4"],"form":"6c3e3f584e671d9e474d5498b3d6087b2eab2484284fb0e1c67864bd050111bf"}','',X'5d242f23e2728e87c817fcc319db8f8ef95bff4a32167bf900522967dd74c55b');
INSERT INTO event VALUES(3,2,'2024-06-15T08:00:56.000Z','an','may-an','answer','filled','leader','','','',NULL,0,'Trần Thị Bé','Trần Thị Bé',0,'','',X'ab62c93c7965ba768219917b2f4c36edd530957c500b2305c674ceaaacd52b2b');
INSERT INTO event VALUES(3,3,'2024-06-15T08:01:03.000Z','an','may-an','complete','','','','','',NULL,0,'',NULL,0,'','',X'e96f535d5469a3dca86a0d3eed149583567f2c8c18c7b6693f6fb11aceb7373d');
INSERT INTO event VALUES(3,4,'2024-06-15T08:01:10.000Z','binh','may-binh','reopen','','','','','',NULL,0,'',NULL,0,'','sai số liệu',X'3e0021695a74323ae9beb23471399b255dbd3d2e9292d8b54f553c2f35e20c35');
INSERT INTO event VALUES(3,5,'2024-06-15T08:01:17.000Z','an','may-an','answer','typed','officers','','','',NULL,0,'9',9,0,'','',X'3cd88ad179bc1e9212b214027e47234df3704f9eb135878523cc7327324ea485');
INSERT INTO event VALUES(4,1,'2024-06-15T08:01:24.000Z','an','may-an','create','','','','','',NULL,0,'',NULL,0,'{"unit":"18073@2025-07-01","unit_name":"","unit_path":"tỉnh Hà Tĩnh","visit":"2024-06-17","round":"Đợt 1","programme":"GNBV-2021-2025","projects":["DA1","DA4"],"form":"6c3e3f584e671d9e474d5498b3d6087b2eab2484284fb0e1c67864bd050111bf"}','',X'6edee3cdedfe76da6b9bcfe4b59cdd6242fa33a05150080de9e6b04f48944eb7');
INSERT INTO event VALUES(4,2,'2024-06-15T08:01:24.000Z','an','may-an','answer','filled','leader','','','',NULL,0,'Trần Thị Bé','Trần Thị Bé',0,'','',X'ec38c0b345b518b892c3798e4704054a52931d2a6b956f1bfd9095b79c3e7b4a');
INSERT INTO event VALUES(5,1,'2024-06-16T07:30:14.000Z','an','may-an','create','','','','','',NULL,0,'',NULL,0,'{"unit":"18073@2025-07-01","unit_name":"Xã Kỳ Lưu","unit_path":"tỉnh Hà Tĩnh","visit":"2024-06-14","round":"Đợt 1","programme":"GNBV-2021-2025","projects":["DA1","DA4"],"form":"6c3e3f584e671d9e474d5498b3d6087b2eab2484284fb0e1c67864bd050111bf"}','',X'3c64bcdc36e15bd5418d48a25b1195afd8a7d65ea6fdf1cb2260b61c45b4cce6');
INSERT INTO event VALUES(5,2,'2024-06-16T07:30:21.000Z','an','may-an','answer','typed','leader','','','',NULL,0,'Lê Ổn','Lê Ổn',0,'','',X'45d609e1dc024f7ad59f170ce121852a8cb05ef7d1cb01094797f1e47ad4e853');
INSERT INTO event VALUES(5,3,'2024-06-16T07:30:21.000Z','an','may-an','answer','typed','officers','','','',NULL,0,'12','12',0,'','',X'034746ae70ec05ea0794334e2d3f50fc1c41ba47456a85faea7ddf38bc295143');
INSERT INTO event VALUES(5,4,'2024-06-16T07:30:28.000Z','an','may-an','row-add','typed','projects','x','','',NULL,0,'',NULL,0,'0','',X'8f957cc7c048077935571308672ccf1f4c7aded71513350109030bfb9e0c8468');
INSERT INTO event VALUES(5,5,'2024-06-16T07:30:28.000Z','an','may-an','answer','typed','projects','x','title','',NULL,0,'Đường','Đường',0,'','',X'03e525412809acca93dfe5ec75f24823759a2d0cb6d3e3a83eb77d09d9c6644b');
INSERT INTO event VALUES(5,6,'2024-06-16T07:30:28.000Z','an','may-an','row-add','typed','projects','y','','',NULL,0,'',NULL,0,'1','',X'5010ac5b2572f557a24627edd96e9c73ea264be3d11e4c10ef626e0dfd6fb1f3');
INSERT INTO event VALUES(5,7,'2024-06-16T07:30:28.000Z','an','may-an','row-add','typed','projects','z','','',NULL,0,'',NULL,0,'1','',X'5e39bf56d3596e2970933dfa3accb0ca96d9097fdcd934985b8a8f752dbeec71');
INSERT INTO event VALUES(5,8,'2024-06-16T07:30:35.000Z','an','may-an','row-remove','typed','projects','y','','',NULL,0,'',NULL,0,'','',X'19108612bf33998827eeba8bf090825323f0071705c2528de48496f444d1c723');
INSERT INTO event VALUES(5,9,'2024-06-16T07:30:42.000Z','an','may-an','row-add','undo','projects','y','','',NULL,0,'',NULL,0,'2','',X'b7611343ebce3299120b58fc67c2dc35ad3f640d61ca2cd710a8c5ae785149a3');
INSERT INTO event VALUES(5,10,'2024-06-16T07:30:49.000Z','an','may-an','row-remove','redo','projects','y','','',NULL,0,'',NULL,0,'','',X'5db7dfaa9ec9abf0539475d430123a9809d76c365ecfc74a5e4c93bb799ad7bb');
INSERT INTO event VALUES(5,11,'2024-06-16T07:30:56.000Z','binh','may-binh','answer','typed','officers','','','12','12',0,'13','13',0,'','',X'd1fe26de597a7a2c1d02c7d511f031939ecc322e71f47091b19261985aaf306e');
INSERT INTO event VALUES(5,12,'2024-06-16T07:31:03.000Z','an','may-an','answer','typed','committee','','@note','',NULL,0,'xem lại','xem lại',0,'','',X'591b49ee6ce5720542669bf8836bc2a05e5d627349618c5d45a1f78b4b790710');
INSERT INTO event VALUES(5,13,'2024-06-16T07:31:10.000Z','an','may-an','answer','undo','committee','','@note','xem lại','xem lại',0,'',NULL,0,'','',X'34441c740edb092e319b77f3783ba0cbd0682c3aad9cafd782a2b4eea1c296ee');
INSERT INTO event VALUES(5,14,'2024-06-16T07:31:17.000Z','an','may-an','complete','','','','','',NULL,0,'',NULL,0,'{"title":"lần 1","from":"","to":"","due":"","amount":5}','',X'92c1b1bb23e3db13b81e301994c3f648007b48fb695161cc107cd97cbe4d8c2f');
INSERT INTO event VALUES(5,15,'2024-06-16T07:31:24.000Z','binh','may-binh','reopen','','','','','',NULL,0,'',NULL,0,'','thiếu biên bản',X'06ff38aff749ae014a960525e79b34a5aceb6cc8993652d3ab76d5855c104a85');
INSERT INTO event VALUES(5,16,'2024-06-16T07:31:31.000Z','an','may-an','answer','typed','leader','','','Lê Ổn','Lê Ổn',0,'Lê Văn Ổn','Lê Văn Ổn',0,'','',X'53f67581cb908fcfe31063d02b8c930d635f15f2b49696a3058d6367aa72b92e');
INSERT INTO event VALUES(6,1,'2024-06-16T07:31:45.000Z','an','may-an','create','','','','','',NULL,0,'',NULL,0,'{"unit":"18073@2025-07-01","unit_name":"Phường Thành Sen","unit_path":"tỉnh Hà Tĩnh","visit":"2024-06-14","round":"Đợt 1","programme":"GNBV-2021-2025","projects":["DA1","DA4"],"form":"27be5515b282ae11b3f0ca1eb3db531ed169829e2157907f2af3edc4408b476f","parent":"00000000-0000-7000-8000-000000000103"}','',X'e5bd596c9703fab3d93744d311d36c6096f525940ecfc9d006ed6aa15e97b334');
INSERT INTO event VALUES(6,2,'2024-06-16T07:31:45.000Z','an','may-an','answer','filled','number','','','',NULL,0,'TT-0001','TT-0001',0,'','',X'c8fb4abc68cc10fb3ae7ca4718398896591ac94ef3a544ad18d5a5130dbbfb46');
CREATE TABLE tally (
	kind    TEXT NOT NULL,
	status  TEXT NOT NULL,
	settled INTEGER NOT NULL,
	n       INTEGER NOT NULL,
	PRIMARY KEY (kind, status, settled)
) STRICT, WITHOUT ROWID;
INSERT INTO tally VALUES('finding','draft',0,1);
INSERT INTO tally VALUES('inspection','completed',0,1);
INSERT INTO tally VALUES('inspection','draft',0,4);
CREATE TABLE sequence (
	kind TEXT PRIMARY KEY,
	last INTEGER NOT NULL CHECK (last > 0)
) STRICT, WITHOUT ROWID;
INSERT INTO sequence VALUES('finding',1);
CREATE INDEX fact_sum ON fact (year, unit, project, kind, source, measure, amount);
CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
BEGIN
	SELECT RAISE(ABORT, 'history is never changed');
END;
CREATE TRIGGER event_never_goes BEFORE DELETE ON event
BEGIN
	SELECT RAISE(ABORT, 'history is never changed');
END;
CREATE INDEX inspection_list ON record (status, changed_at DESC, key DESC, settled, created_by, changed_by, folded)
WHERE kind = 'inspection';
CREATE INDEX inspection_search ON record (status, settled, folded) WHERE kind = 'inspection';
CREATE INDEX record_list ON record (kind, status, changed_at DESC, key DESC, settled, area, state, created_by, changed_by, folded)
WHERE kind <> 'inspection';
CREATE INDEX record_due ON record (kind, settled, due = '', due, key, status, area, state, folded) WHERE kind <> 'inspection';
CREATE INDEX record_day ON record (kind, visit DESC, key DESC);
CREATE INDEX record_parent ON record (parent, kind, status, unit) WHERE parent IS NOT NULL;
CREATE INDEX record_round ON record (in_round, kind) WHERE in_round IS NOT NULL;
CREATE INDEX record_unit ON record (unit, kind);
CREATE INDEX record_returned ON record (kind) WHERE returned_by <> '';
CREATE TRIGGER record_comes AFTER INSERT ON record
BEGIN
	INSERT INTO tally VALUES (NEW.kind, NEW.status, NEW.settled, 1)
	ON CONFLICT (kind, status, settled) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER record_turns AFTER UPDATE OF kind, status, settled ON record
BEGIN
	UPDATE tally SET n = n - 1 WHERE kind = OLD.kind AND status = OLD.status AND settled = OLD.settled;
	INSERT INTO tally VALUES (NEW.kind, NEW.status, NEW.settled, 1)
	ON CONFLICT (kind, status, settled) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER record_goes AFTER DELETE ON record
BEGIN
	UPDATE tally SET n = n - 1 WHERE kind = OLD.kind AND status = OLD.status AND settled = OLD.settled;
END;
CREATE VIEW "v_inspection_2024_01_01" AS SELECT i.id AS "record",
 i.unit AS "unit",
 i.unit_name AS "unit_name",
 i.visit AS "visit",
 i.status AS "status",
 (SELECT value FROM answer WHERE record = i.key AND item = 'leader' AND row = '' AND part = '') AS "leader",
 (SELECT value FROM answer WHERE record = i.key AND item = 'officers' AND row = '' AND part = '') AS "officers",
 (SELECT value FROM answer WHERE record = i.key AND item = 'committee' AND row = '' AND part = '') AS "committee",
 (SELECT value FROM answer WHERE record = i.key AND item = 'assigned' AND row = '' AND part = '') AS "assigned",
 (SELECT raw FROM answer WHERE record = i.key AND item = 'leader' AND row = '' AND part = '@note') AS "leader_note",
 (SELECT raw FROM answer WHERE record = i.key AND item = 'officers' AND row = '' AND part = '@note') AS "officers_note",
 (SELECT raw FROM answer WHERE record = i.key AND item = 'committee' AND row = '' AND part = '@note') AS "committee_note",
 (SELECT raw FROM answer WHERE record = i.key AND item = 'committee' AND row = '' AND part = '@evidence') AS "committee_evidence",
 (SELECT raw FROM answer WHERE record = i.key AND item = 'assigned' AND row = '' AND part = '@note') AS "assigned_note"
FROM record i WHERE i.form = '6c3e3f584e671d9e474d5498b3d6087b2eab2484284fb0e1c67864bd050111bf';
CREATE VIEW "v_inspection_2024_01_01_projects" AS SELECT i.id AS "record",
 r.row AS "row",
 (SELECT value FROM answer WHERE record = i.key AND item = 'projects' AND row = r.row AND part = 'title') AS "title",
 (SELECT value FROM answer WHERE record = i.key AND item = 'projects' AND row = r.row AND part = 'cost') AS "cost"
FROM record i JOIN (SELECT DISTINCT record, row FROM answer WHERE item = 'projects' AND row <> '' AND raw <> '') r ON r.record = i.key
WHERE i.form = '6c3e3f584e671d9e474d5498b3d6087b2eab2484284fb0e1c67864bd050111bf' AND NOT EXISTS (SELECT 1 FROM table_row g WHERE g.record = i.key AND g.tbl = 'projects' AND g.row = r.row AND g.removed);
CREATE VIEW "v_inspection_2024_07_01" AS SELECT i.id AS "record",
 i.unit AS "unit",
 i.unit_name AS "unit_name",
 i.visit AS "visit",
 i.status AS "status",
 (SELECT value FROM answer WHERE record = i.key AND item = 'leader' AND row = '' AND part = '') AS "leader",
 (SELECT value FROM answer WHERE record = i.key AND item = 'officers' AND row = '' AND part = '') AS "officers",
 (SELECT value FROM answer WHERE record = i.key AND item = 'committee' AND row = '' AND part = '') AS "committee",
 (SELECT value FROM answer WHERE record = i.key AND item = 'assigned' AND row = '' AND part = '') AS "assigned",
 (SELECT raw FROM answer WHERE record = i.key AND item = 'leader' AND row = '' AND part = '@note') AS "leader_note",
 (SELECT raw FROM answer WHERE record = i.key AND item = 'officers' AND row = '' AND part = '@note') AS "officers_note",
 (SELECT raw FROM answer WHERE record = i.key AND item = 'committee' AND row = '' AND part = '@note') AS "committee_note",
 (SELECT raw FROM answer WHERE record = i.key AND item = 'committee' AND row = '' AND part = '@evidence') AS "committee_evidence",
 (SELECT raw FROM answer WHERE record = i.key AND item = 'assigned' AND row = '' AND part = '@note') AS "assigned_note"
FROM record i WHERE i.form = 'afedebec6acfb4b5d3b37976581df3759acf85afa290bcc72f3d21684a605558';
CREATE VIEW "v_inspection_2024_07_01_projects" AS SELECT i.id AS "record",
 r.row AS "row",
 (SELECT value FROM answer WHERE record = i.key AND item = 'projects' AND row = r.row AND part = 'title') AS "title",
 (SELECT value FROM answer WHERE record = i.key AND item = 'projects' AND row = r.row AND part = 'cost') AS "cost"
FROM record i JOIN (SELECT DISTINCT record, row FROM answer WHERE item = 'projects' AND row <> '' AND raw <> '') r ON r.record = i.key
WHERE i.form = 'afedebec6acfb4b5d3b37976581df3759acf85afa290bcc72f3d21684a605558' AND NOT EXISTS (SELECT 1 FROM table_row g WHERE g.record = i.key AND g.tbl = 'projects' AND g.row = r.row AND g.removed);
CREATE VIEW "v_finding_2024_01_01" AS SELECT i.id AS "record",
 i.unit AS "unit",
 i.unit_name AS "unit_name",
 i.visit AS "visit",
 i.status AS "status",
 (SELECT value FROM answer WHERE record = i.key AND item = 'number' AND row = '' AND part = '') AS "number",
 (SELECT value FROM answer WHERE record = i.key AND item = 'what' AND row = '' AND part = '') AS "what",
 (SELECT value FROM answer WHERE record = i.key AND item = 'state' AND row = '' AND part = '') AS "state",
 (SELECT raw FROM answer WHERE record = i.key AND item = 'number' AND row = '' AND part = '@note') AS "number_note",
 (SELECT raw FROM answer WHERE record = i.key AND item = 'what' AND row = '' AND part = '@note') AS "what_note",
 (SELECT raw FROM answer WHERE record = i.key AND item = 'state' AND row = '' AND part = '@note') AS "state_note"
FROM record i WHERE i.form = '27be5515b282ae11b3f0ca1eb3db531ed169829e2157907f2af3edc4408b476f';
COMMIT;
