"""Cases of record.py, which go on from cases_accounts.py: projects, labels, tasks, jobs, annotations, exports."""
case = "projects"
LABELS = [{"name": "cat", "color": "#ff0000", "attributes": [{"name": "age", "mutable": True, "input_type": "number", "default_value": "1", "values": ["0", "20", "1"]}, {"name": "kind", "mutable": False, "input_type": "select", "default_value": "a", "values": ["a", "b"]}]}, {"name": "dog", "type": "rectangle"},
          {"name": "person", "type": "skeleton", "svg": '<line x1="10" y1="10" x2="50" y2="50" data-type="edge" data-node-from="1" data-node-to="2"></line><circle r="1.5" cx="10" cy="10" data-type="element node" data-element-id="1" data-node-id="1" data-label-name="head"></circle><circle r="1.5" cx="50" cy="50" data-type="element node" data-element-id="2" data-node-id="2" data-label-name="foot"></circle>', "sublabels": [{"name": "head", "type": "points"}, {"name": "foot", "type": "points"}]}]
prj = J(call("POST", "/api/projects", alice, {"name": "contract project", "labels": LABELS, "bug_tracker": ""}))
pid = prj.get("id")
call("POST", "/api/projects", alice, {"name": "x" * 257})
call("POST", "/api/projects", alice, {"name": "contract project"}, note="duplicate name")
call("POST", "/api/projects", alice, {"name": "dup labels", "labels": [{"name": "a"}, {"name": "a"}]})
call("POST", "/api/projects", alice, {"name": "bad label type", "labels": [{"name": "a", "type": "no-such"}]})
call("POST", "/api/projects", alice, {"name": "bad assignee", "assignee_id": 987654})
call("POST", "/api/projects", alice, {"name": "bad bug tracker", "bug_tracker": "not a url"})
call("POST", "/api/projects", alice, {"name": "unknown field", "nonsense": 1})
call("POST", "/api/projects", alice, raw=json.dumps({"name": "vendor content type"}).encode(), headers={"Content-Type": "application/vnd.cvat+json"})
call("POST", "/api/projects", alice, data={"name": "form urlencoded"})
call("POST", "/api/projects", alice, data={"name": "form multipart"}, files=[("dummy", ("a.txt", b"x", "text/plain"))])
post_errors("/api/projects", alice, {"name": "not acceptable"})
porg = J(call("POST", "/api/projects", alice, {"name": "in org"}, headers=inorg))
call("POST", f"/api/projects?org_id={org.get('id')}", alice, {"name": "in org by id"})
call("POST", "/api/projects?org=acme-ct", alice, {"name": "in org by slug"})
call("POST", "/api/projects?org=acme-ct", carol, {"name": "not a member"})
call("GET", f"/api/projects/{porg.get('id')}", alice)
call("GET", f"/api/projects/{porg.get('id')}", alice, headers=inorg)
call("GET", f"/api/projects/{porg.get('id')}?org=bob-ct", alice)
call("GET", f"/api/projects/{porg.get('id')}", bob)
call("GET", "/api/projects?org=acme-ct", bob)
call("GET", "/api/projects?org=acme-ct", carol)
for i in range(12):
    call("POST", "/api/projects", alice, {"name": f"bulk {i:02d}"}, keep=i < 2)
call("GET", f"/api/projects/{pid}", alice)
call("GET", f"/api/projects/{pid}", admin)
call("GET", f"/api/projects/{pid}", bob)
call("PATCH", f"/api/projects/{pid}", alice, {"name": "renamed project"})
call("PATCH", f"/api/projects/{pid}", alice, {"assignee_id": me.get("id")})
call("PATCH", f"/api/projects/{pid}", alice, {"assignee_id": None})
call("PATCH", f"/api/projects/{pid}", alice, {"owner_id": bobme.get("id")}, note="owner change then back")
call("PATCH", f"/api/projects/{pid}", admin, {"owner_id": me.get("id")})
call("PATCH", f"/api/projects/{pid}", alice, {"name": ""})
call("PATCH", f"/api/projects/{pid}", alice, {"name": None})
call("PATCH", f"/api/projects/{pid}", alice, {"status": "completed"})
call("PATCH", f"/api/projects/{pid}", alice, {"bug_tracker": "https://bugs.ct.example/1"})
call("PATCH", f"/api/projects/{pid}", alice, raw=b"{broken", headers={"Content-Type": "application/json"})
call("PATCH", f"/api/projects/{pid}", alice, raw=b"x", headers={"Content-Type": "text/plain"})
crud_errors("/api/projects", alice, pid, bob)
for q in ("owner=alice-ct", "name=bulk%2001", "status=annotation", "assignee=alice-ct", "search=bulk", "sort=name", "sort=-name", "sort=-created_date&page_size=3", "page_size=5&page=3", "page_size=5&page=4",
          "filter=%7B%22and%22%3A%5B%7B%22%3D%3D%22%3A%5B%7B%22var%22%3A%22owner%22%7D%2C%22alice-ct%22%5D%7D%5D%7D",
          "filter=%7B%22in%22%3A%5B%22bulk%22%2C%7B%22var%22%3A%22name%22%7D%5D%7D",
          "filter=%7B%22and%22%3A%5B%7B%22in%22%3A%5B%22bulk%22%2C%7B%22var%22%3A%22name%22%7D%5D%7D%2C%7B%22%3E%3D%22%3A%5B%7B%22var%22%3A%22id%22%7D%2C5%5D%7D%5D%7D",
          "filter=%7B%22and%22%3A%5B%7B%22%3C%3D%22%3A%5B1%2C%7B%22var%22%3A%22id%22%7D%2C5%5D%7D%5D%7D",
          "filter=%7B%22and%22%3A%5B%7B%22%3C%3D%22%3A%5B%222026-01-01%22%2C%7B%22var%22%3A%22updated_date%22%7D%2C%222030-01-01%22%5D%7D%5D%7D",
          "filter=%7B%22%21%21%22%3A%5B%7B%22var%22%3A%22assignee%22%7D%5D%7D"):
    call("GET", f"/api/projects?{q}", alice)
call("GET", f"/api/projects/{pid}/preview", alice, note="no tasks yet")
call("GET", "/api/projects/987654/preview", alice)

case = "labels"
labs = J(call("GET", f"/api/labels?project_id={pid}", alice)).get("results", [])
call("GET", "/api/labels", alice)
call("GET", "/api/labels?project_id=987654", alice)
call("GET", f"/api/labels?project_id={pid}&name=cat", alice)
call("GET", f"/api/labels?project_id={pid}&type=skeleton", alice)
if labs:
    lid = labs[0]["id"]
    call("GET", f"/api/labels/{lid}", alice)
    call("PATCH", f"/api/labels/{lid}", alice, {"name": "kitten"})
    call("PATCH", f"/api/labels/{lid}", alice, {"color": "#00ff00"})
    call("PATCH", f"/api/labels/{lid}", alice, {"color": "bad"})
    call("PATCH", f"/api/labels/{lid}", alice, {"name": "dog"})
    crud_errors("/api/labels", alice, lid, bob)
    call("PATCH", f"/api/projects/{pid}", alice, {"labels": [{"name": "extra"}]})
    ex = [x for x in J(call("GET", f"/api/labels?project_id={pid}", alice)).get("results", []) if x["name"] == "extra"]
    if ex:
        call("DELETE", f"/api/labels/{ex[0]['id']}", alice)
        call("GET", f"/api/labels/{ex[0]['id']}", alice, note="after delete")
    sk = [x for x in labs if x.get("type") == "skeleton"]
    if sk and sk[0].get("sublabels"):
        call("DELETE", f"/api/labels/{sk[0]['sublabels'][0]['id']}", alice)

case = "tasks"
task = J(call("POST", "/api/tasks", alice, {"name": "contract task", "project_id": pid, "segment_size": 3, "subset": "train"}))
tid = task.get("id")
own = J(call("POST", "/api/tasks", alice, {"name": "own labels", "labels": [{"name": "car", "attributes": []}], "segment_size": 0, "overlap": 0}))
oid_ = own.get("id")
call("POST", "/api/tasks", alice, {"name": "no labels"})
call("POST", "/api/tasks", alice, {"name": "both", "project_id": pid, "labels": [{"name": "car"}]})
call("POST", "/api/tasks", alice, {"name": "bad project", "project_id": 987654})
call("POST", "/api/tasks", bob, {"name": "foreign project", "project_id": pid})
call("POST", "/api/tasks", alice, {"name": "bad consensus", "labels": [{"name": "a"}], "consensus_replicas": 1})
call("POST", "/api/tasks", alice, {"name": "bad overlap", "labels": [{"name": "a"}], "segment_size": 2, "overlap": 5})
post_errors("/api/tasks", alice, {"name": "not acceptable", "labels": [{"name": "a"}]})
for p in ("data/?type=frame&number=0", "data/meta", "annotations/", "preview", "status", "validation_layout"):
    call("GET", f"/api/tasks/{tid}/{p}", alice, note="before data")
call("POST", f"/api/tasks/{tid}/data/", alice, {"image_quality": 70}, note="no files")
call("POST", f"/api/tasks/{tid}/data/", alice, data={"image_quality": "170"}, files=[("client_files[0]", ("a.png", png(), "image/png"))])
call("POST", f"/api/tasks/{tid}/data/", alice, data={}, files=[("client_files[0]", ("a.png", png(), "image/png"))])
call("POST", f"/api/tasks/{tid}/data/", bob, {"image_quality": 70})
call("POST", f"/api/tasks/{tid}/data/", ANON, {"image_quality": 70})
call("POST", "/api/tasks/987654/data/", alice, {"image_quality": 70})
r = call("POST", f"/api/tasks/{tid}/data/", alice, data={"image_quality": "70", "sorting_method": "natural"}, files=[(f"client_files[{i}]", (f"img_{i}.png", png(seed=i + 1), "image/png")) for i in range(7)])
rq_data = J(r).get("rq_id", "")
print("data rq", r.status_code, wait(rq_data, alice).get("status"))
call("GET", f"/api/requests/{requests.utils.quote(rq_data, safe='')}", bob)
call("GET", f"/api/requests/{requests.utils.quote(rq_data, safe='')}", ANON)
call("POST", f"/api/tasks/{tid}/data/", alice, data={"image_quality": "70"}, files=[("client_files[0]", ("a.png", png(), "image/png"))], note="second upload")
bad = J(call("POST", "/api/tasks", alice, {"name": "bad data", "labels": [{"name": "a"}]}))
r = call("POST", f"/api/tasks/{bad.get('id')}/data/", alice, data={"image_quality": "70"}, files=[("client_files[0]", ("a.png", b"this is not an image", "image/png"))])
print("bad data", wait(J(r).get("rq_id", "x"), alice))
call("GET", f"/api/tasks/{bad.get('id')}/status", alice)
srv = J(call("POST", "/api/tasks", alice, {"name": "server files", "labels": [{"name": "a"}]}))
r = call("POST", f"/api/tasks/{srv.get('id')}/data/", alice, {"image_quality": 70, "server_files": ["no-such-file.png"]})
wait(J(r).get("rq_id", "x"), alice)
r = call("POST", f"/api/tasks/{srv.get('id')}/data/", alice, {"image_quality": 70, "remote_files": ["http://localhost:1/a.png"]})
if J(r).get("rq_id"):
    wait(J(r)["rq_id"], alice)

case = "tus"
tus = J(call("POST", "/api/tasks", alice, {"name": "tus task", "labels": [{"name": "a"}]}))
ti = tus.get("id")
img = png(seed=9)
call("OPTIONS", f"/api/tasks/{ti}/data/", alice)
call("POST", f"/api/tasks/{ti}/data/", alice, headers={"Upload-Start": "true"}, json_={"image_quality": 70})
md = "filename " + base64.b64encode(b"tus.png").decode()
call("POST", f"/api/tasks/{ti}/data/", alice, raw=b"", headers={"Tus-Resumable": "1.0.0", "Upload-Length": "-1", "Upload-Metadata": md})
r = call("POST", f"/api/tasks/{ti}/data/", alice, raw=b"", headers={"Tus-Resumable": "1.0.0", "Upload-Length": str(len(img)), "Upload-Metadata": md})
loc = r.headers.get("Location", "")
lp = loc.replace(BASE, "")
if lp:
    call("HEAD", lp, alice, headers={"Tus-Resumable": "1.0.0"})
    half = len(img) // 2
    call("PATCH", lp, alice, raw=img[:half], headers={"Tus-Resumable": "1.0.0", "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"})
    call("PATCH", lp, alice, raw=img[half:], headers={"Tus-Resumable": "1.0.0", "Upload-Offset": "1", "Content-Type": "application/offset+octet-stream"}, note="wrong offset")
    call("HEAD", lp, alice, headers={"Tus-Resumable": "1.0.0"})
    call("PATCH", lp, alice, raw=img[half:], headers={"Tus-Resumable": "1.0.0", "Upload-Offset": str(half), "Content-Type": "application/offset+octet-stream"})
    call("HEAD", lp, alice, headers={"Tus-Resumable": "1.0.0"})
r = call("POST", f"/api/tasks/{ti}/data/", alice, headers={"Upload-Finish": "true"}, json_={"image_quality": 70, "client_files": ["tus.png"]}, note="client_files named at the finish")
r = call("POST", f"/api/tasks/{ti}/data/", alice, headers={"Upload-Finish": "true"}, json_={"image_quality": 70, "upload_file_order": ["tus.png"]})
print("tus", r.status_code, wait(J(r).get("rq_id", "x"), alice).get("status"))
sup = J(call("POST", "/api/tasks", alice, {"name": "upload-multiple task", "labels": [{"name": "a"}]}))
call("POST", f"/api/tasks/{sup.get('id')}/data/", alice, headers={"Upload-Start": "true"}, json_={"image_quality": 70})
call("POST", f"/api/tasks/{sup.get('id')}/data/", alice, headers={"Upload-Multiple": "true"}, data={"image_quality": "70"}, files=[("client_files[0]", ("m0.png", png(seed=3), "image/png")), ("client_files[1]", ("m1.png", png(seed=4), "image/png"))])
r = call("POST", f"/api/tasks/{sup.get('id')}/data/", alice, headers={"Upload-Finish": "true"}, json_={"image_quality": 70})
wait(J(r).get("rq_id", "x"), alice)

case = "task-content"
for p in ("data/?type=frame&number=0&quality=original", "data/?type=frame&number=0&quality=compressed", "data/?type=frame&number=99", "data/?type=chunk&number=0&quality=compressed", "data/?type=chunk&number=0&quality=original", "data/?type=chunk&number=99", "data/?type=preview", "data/?type=context_image&number=0", "data/?type=bad", "data/", "data/meta", "preview", "status", "validation_layout"):
    for a in (alice, bob):
        call("GET", f"/api/tasks/{tid}/{p}", a)
call("GET", f"/api/tasks/{tid}/preview", ANON)
call("GET", f"/api/projects/{pid}/preview", alice)
call("GET", f"/api/tasks/987654/data/meta", alice)
call("PATCH", f"/api/tasks/{tid}/data/meta", alice, {"deleted_frames": [1]})
call("PATCH", f"/api/tasks/{tid}/data/meta", alice, {"deleted_frames": []})
call("PATCH", f"/api/tasks/{tid}/data/meta", alice, {"deleted_frames": [-1]})
call("GET", f"/api/tasks/{tid}", alice)
call("PATCH", f"/api/tasks/{tid}", alice, {"name": "renamed task", "bug_tracker": "", "subset": "val"})
call("PATCH", f"/api/tasks/{tid}", alice, {"assignee_id": bobme.get("id")})
call("GET", f"/api/tasks/{tid}", bob, note="as its assignee")
call("PATCH", f"/api/tasks/{tid}", alice, {"assignee_id": None})
call("PATCH", f"/api/tasks/{tid}", alice, {"assignee_id": 987654})
call("PATCH", f"/api/tasks/{tid}", alice, {"project_id": None})
call("PATCH", f"/api/tasks/{tid}", alice, {"labels": [{"name": "x"}]})
crud_errors("/api/tasks", alice, tid, bob)
for q in (f"project_id={pid}", "name=own%20labels", "search=own", "sort=-id&page_size=2", "status=annotation", "mode=annotation", "dimension=2d", "subset=val", "owner=alice-ct", "project_name=renamed%20project", "validation_mode=gt",
          "filter=%7B%22and%22%3A%5B%7B%22%3D%3D%22%3A%5B%7B%22var%22%3A%22subset%22%7D%2C%22val%22%5D%7D%5D%7D"):
    call("GET", f"/api/tasks?{q}", alice)

case = "jobs"
jobs = J(call("GET", f"/api/jobs?task_id={tid}", alice)).get("results", [])
jid = jobs[0]["id"] if jobs else 0
call("GET", f"/api/jobs?task_id={tid}&page_size=1", alice)
call("GET", "/api/jobs?type=annotation&sort=-id", alice)
call("GET", "/api/jobs?state=new", alice)
call("GET", "/api/jobs?stage=annotation&search=renamed", alice)
call("GET", "/api/jobs", admin)
call("GET", f"/api/jobs/{jid}", alice)
for b in ({"state": "in progress"}, {"stage": "validation"}, {"stage": "annotation", "state": "new"}, {"assignee": bobme.get("id")}, {"assignee": None}, {"assignee": 987654}, {"state": "bad"}, {"stage": "bad"}, {"type": "ground_truth"}, {}):
    call("PATCH", f"/api/jobs/{jid}", alice, b)
crud_errors("/api/jobs", alice, jid, bob)
for p in ("data?type=frame&number=0&quality=original", "data?type=chunk&number=0&quality=compressed", "data?type=chunk&index=0&quality=compressed", "data?type=chunk&index=99", "data?type=frame&number=99", "data?type=context_image&number=0", "data", "data/meta", "preview", "validation_layout", "annotations/"):
    for a in (alice, bob):
        call("GET", f"/api/jobs/{jid}/{p}", a)
call("PATCH", f"/api/jobs/{jid}/data/meta", alice, {"deleted_frames": [0]})
call("PATCH", f"/api/jobs/{jid}/data/meta", alice, {"deleted_frames": []})
gt = J(call("POST", "/api/jobs", alice, {"type": "ground_truth", "task_id": tid, "frame_selection_method": "manual", "frames": [0, 2]}))
call("POST", "/api/jobs", alice, {"type": "ground_truth", "task_id": tid, "frame_selection_method": "random_uniform", "frame_count": 2}, note="a second ground truth job")
call("POST", "/api/jobs", alice, {"type": "annotation", "task_id": tid})
call("POST", "/api/jobs", alice, {"type": "ground_truth", "task_id": 987654, "frame_selection_method": "random_uniform", "frame_count": 2})
call("POST", "/api/jobs", alice, {"type": "ground_truth", "task_id": oid_, "frame_selection_method": "random_uniform", "frame_count": 2}, note="task without data")
post_errors("/api/jobs", alice)
gid = gt.get("id")
call("GET", f"/api/jobs/{gid}", alice)
call("GET", f"/api/jobs/{gid}/validation_layout", alice)
call("PATCH", f"/api/jobs/{gid}/validation_layout", alice, {"frame_selection_method": "random_uniform"})
call("GET", f"/api/tasks/{tid}/validation_layout", alice)
call("PATCH", f"/api/tasks/{tid}/validation_layout", alice, {"disabled_frames": [0]})
call("PATCH", f"/api/tasks/{tid}/validation_layout", alice, {"disabled_frames": []})
call("DELETE", f"/api/jobs/{jid}", alice, note="an annotation job")

case = "annotations"
labs = J(call("GET", f"/api/labels?task_id={tid}", alice)).get("results", [])
by = {l["name"]: l for l in labs}
cat = by.get("kitten") or by.get("cat") or (labs[0] if labs else {})
dog = by.get("dog") or cat
per = by.get("person") or {}
attrs = cat.get("attributes", [])
shape = {"type": "rectangle", "frame": 0, "label_id": cat.get("id"), "points": [1.0, 2.0, 20.5, 30.25], "occluded": False, "z_order": 0, "attributes": [{"spec_id": a["id"], "value": a["default_value"]} for a in attrs]}
poly = {"type": "polygon", "frame": 1, "label_id": cat.get("id"), "points": [0, 0, 10, 0, 10, 10], "group": 1, "attributes": []}
mask = {"type": "mask", "frame": 2, "label_id": cat.get("id"), "points": [0, 4, 0, 0, 1, 1], "attributes": []}
tag = {"frame": 0, "label_id": cat.get("id"), "attributes": []}
track = {"frame": 0, "label_id": dog.get("id"), "shapes": [{"type": "rectangle", "frame": 0, "points": [1, 1, 5, 5], "outside": False, "attributes": []}, {"type": "rectangle", "frame": 2, "points": [2, 2, 6, 6], "outside": True, "attributes": []}], "attributes": []}
skel = None
if per.get("sublabels"):
    skel = {"type": "skeleton", "frame": 0, "label_id": per["id"], "elements": [{"type": "points", "label_id": sl["id"], "frame": 0, "points": [5.0 + i, 6.0], "attributes": []} for i, sl in enumerate(per["sublabels"])], "attributes": []}
for base in (f"/api/tasks/{tid}", f"/api/jobs/{jid}"):
    call("GET", f"{base}/annotations/", alice)
    call("PUT", f"{base}/annotations/", alice, {"version": 0, "tags": [tag], "shapes": [shape, poly, mask] + ([skel] if skel else []), "tracks": [track]})
    ann = J(call("GET", f"{base}/annotations/", alice))
    call("PATCH", f"{base}/annotations/?action=create", alice, {"version": 0, "tags": [], "shapes": [shape], "tracks": []})
    ann = J(call("GET", f"{base}/annotations/", alice))
    if ann.get("shapes"):
        up = dict(ann["shapes"][0], points=[3.0, 3.0, 9.0, 9.0])
        call("PATCH", f"{base}/annotations/?action=update", alice, {"version": ann.get("version", 0), "tags": [], "shapes": [up], "tracks": []})
        call("PATCH", f"{base}/annotations/?action=delete", alice, {"version": ann.get("version", 0), "tags": [], "shapes": [ann["shapes"][0]], "tracks": []})
    call("PATCH", f"{base}/annotations/?action=bad", alice, {"shapes": []})
    call("PATCH", f"{base}/annotations/", alice, {"shapes": []}, note="no action")
    call("PATCH", f"{base}/annotations/?action=create", alice, {"shapes": [dict(shape, label_id=987654)]})
    call("PATCH", f"{base}/annotations/?action=create", alice, {"shapes": [dict(shape, type="bad")]})
    call("PATCH", f"{base}/annotations/?action=create", alice, {"shapes": [{"frame": 0}]})
    call("PATCH", f"{base}/annotations/?action=create", alice, {"shapes": [dict(shape, frame=99)]})
    call("PATCH", f"{base}/annotations/?action=create", alice, {"shapes": [dict(shape, rotation=400)]})
    call("PUT", f"{base}/annotations/", bob, {"version": 0, "tags": [], "shapes": [], "tracks": []})
    call("PUT", f"{base}/annotations/", ANON, {"version": 0, "tags": [], "shapes": [], "tracks": []})
    call("PUT", f"{base}/annotations/", alice, raw=b"{broken", headers={"Content-Type": "application/json"})
    call("POST", f"{base}/annotations/", alice, {}, note="import without format")
    call("POST", f"{base}/annotations/?format=No%20Such%201.0", alice, files=[("annotation_file", ("a.zip", b"PK", "application/zip"))])
    call("GET", f"{base}/annotations/?format=COCO%201.0", alice, note="export by the retired way")
    call("GET", f"{base}/annotations/?format=COCO%201.0&action=download", alice, note="export by the retired way")
call("GET", "/api/tasks/987654/annotations/", alice)
call("GET", "/api/jobs/987654/annotations/", alice)
call("GET", f"/api/tasks/{tid}/annotations", alice, note="no trailing slash")

case = "export"
results = {}
for base, key in ((f"/api/tasks/{tid}", "task"), (f"/api/jobs/{jid}", "job"), (f"/api/projects/{pid}", "project")):
    for q in ("format=CVAT%20for%20images%201.1&save_images=false", "format=CVAT%20for%20images%201.1&save_images=true", "format=COCO%201.0&save_images=false"):
        r = call("POST", f"{base}/dataset/export?{q}", alice)
        rq = J(r).get("rq_id", "")
        r_dup = call("POST", f"{base}/dataset/export?{q}", alice, note="again while the first may be running")
        w = wait(rq, alice) if rq else {}
        print("export", key, q[:30], r.status_code, r_dup.status_code, w.get("status"), (w.get("message") or "")[:200])
        if w.get("result_url"):
            u = w["result_url"].replace(BASE, "")
            rr = call("GET", u, alice, headers={"Accept": "*/*"}, note="result_url")
            call("GET", u, ANON, headers={"Accept": "*/*"}, note="result_url")
            call("GET", u, bob, headers={"Accept": "*/*"}, note="result_url")
            results[(key, q)] = rr.content
    call("POST", f"{base}/dataset/export", alice, note="no format")
    call("POST", f"{base}/dataset/export?format=No%20Such%201.0", alice)
    call("POST", f"{base}/dataset/export?format=COCO%201.0", bob)
    call("POST", f"{base}/dataset/export?format=COCO%201.0", ANON)
    call("POST", f"{base}/dataset/export?format=COCO%201.0&location=bad", alice)
    call("POST", f"{base}/dataset/export?format=COCO%201.0&location=cloud_storage", alice)
    call("GET", f"{base}/dataset/export", alice)
    call("GET", f"{base}/dataset", alice)
call("POST", "/api/tasks/987654/dataset/export?format=COCO%201.0", alice)
backups = {}
for base, key in ((f"/api/tasks/{tid}", "task"), (f"/api/projects/{pid}", "project")):
    r = call("POST", f"{base}/backup/export", alice)
    w = wait(J(r).get("rq_id", "x"), alice)
    print("backup", key, r.status_code, w.get("status"), (w.get("message") or "")[:300])
    if w.get("result_url"):
        backups[key] = call("GET", w["result_url"].replace(BASE, ""), alice, headers={"Accept": "*/*"}, note="result_url").content
    call("POST", f"{base}/backup/export?lightweight=false", alice)
    call("POST", f"{base}/backup/export", bob)
    call("POST", f"{base}/backup/export", ANON)
    call("GET", f"{base}/backup", alice)
call("POST", "/api/tasks/987654/backup/export", alice)
