"""Uses the official client for Python, and its command line, on an instance as anyone would.

usage: official_client.py BASE_URL ADMIN FOLDER; the password is in the environment variable PASS.
Fails with the first thing that is not as it should be. Needs cvat-sdk and cvat-cli.
"""
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

from cvat_sdk import models
from cvat_sdk.core.client import Client, Config
from PIL import Image

base, admin, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
password = os.environ["PASS"]
labels = [{"name": "cat", "attributes": [{"name": "age", "mutable": True, "input_type": "number", "default_value": "1",
                                          "values": ["0", "20", "1"]}]}, {"name": "dog"}]
pictures = []
for number in range(5):
    pictures.append(folder / f"img_{number}.png")
    Image.new("RGB", (64, 48), (number * 40, 0, 0)).save(pictures[-1])


def equal(seen, expected):
    if seen != expected:
        raise AssertionError(f"{seen!r} seen, {expected!r} expected")


client = Client(base, config=Config(status_check_period=0.05), check_server_version=True)
client.login((admin, password))

# an organization, a project and a task with pictures
organization = client.organizations.create({"slug": "sdk"})
equal([each.slug for each in client.organizations.list()], ["sdk"])
project = client.projects.create({"name": "sdk project", "labels": labels})
task = client.tasks.create_from_data(spec={"name": "sdk task", "project_id": project.id, "segment_size": 3, "overlap": 1},
                                     resources=pictures, data_params={"image_quality": 70, "sorting_method": "natural"})
equal([each.name for each in client.tasks.list()], ["sdk task"])
equal([each.name for each in task.get_meta().frames], [each.name for each in pictures])
equal(Image.open(task.get_frame(4, quality="original")).getpixel((0, 0)), (160, 0, 0))
equal(Image.open(task.get_frame(1, quality="compressed")).size, (64, 48))
equal(Image.open(task.get_preview()).format, "JPEG")
jobs = sorted(task.get_jobs(), key=lambda each: each.id)
equal([(each.start_frame, each.stop_frame) for each in jobs], [(0, 2), (2, 4)])

# annotations, exported and imported again
cat = next(each for each in task.get_labels() if each.name == "cat")
task.set_annotations(models.LabeledDataRequest(shapes=[
    models.LabeledShapeRequest(frame=0, label_id=cat.id, type="rectangle", points=[1, 1, 10, 10]),
    models.LabeledShapeRequest(frame=2, label_id=cat.id, type="rectangle", points=[2, 2, 10, 10])]))
equal(len(task.get_annotations().shapes), 2)
task.remove_annotations(ids=[task.get_annotations().shapes[0].id])
for exported, imported in (("CVAT for images 1.1", "CVAT 1.1"), ("COCO 1.0", "COCO 1.0")):
    file = folder / (exported + ".zip")
    task.export_dataset(exported, file, include_images=True)
    equal(sum(each.endswith(".png") for each in zipfile.ZipFile(file).namelist()), 5)
    task.import_annotations(imported, file)
    equal([each.points for each in task.get_annotations().shapes], [[2, 2, 10, 10]])
jobs[0].export_dataset("COCO 1.0", folder / "job.zip", include_images=False)
jobs[0].import_annotations("COCO 1.0", folder / "job.zip")
equal(jobs[0].update({"state": "in progress"}).state, "in progress")

# an issue
issue = client.issues.create({"job": jobs[0].id, "frame": 0, "position": [1, 2], "message": "look"})
equal(len(jobs[0].get_issues()), 1)
issue.remove()

# backups
task.download_backup(folder / "task.zip")
restored = client.tasks.create_from_backup(folder / "task.zip")
equal((restored.name, restored.size, len(restored.get_annotations().shapes)), ("sdk task", 5, 1))
project.download_backup(folder / "project.zip")
again = client.projects.create_from_backup(folder / "project.zip")
equal([(each.name, each.size) for each in again.get_tasks()], [("sdk task", 5)])
project.export_dataset("CVAT for images 1.1", folder / "dataset.zip", include_images=True)
filled = client.projects.create_from_dataset({"name": "filled", "labels": labels}, dataset_path=folder / "dataset.zip",
                                             dataset_format="CVAT 1.1")
equal([each.size for each in filled.get_tasks()], [5])
for each in (restored, again, filled, project, organization):
    each.remove()


def cli(*arguments):
    where = urlsplit(base)
    ran = subprocess.run([sys.executable, "-m", "cvat_cli", "--server-host", f"{where.scheme}://{where.hostname}", "--server-port",
                          str(where.port), "--auth", admin, *arguments], capture_output=True, text=True)
    if ran.returncode != 0:
        sys.exit(ran.stderr)
    return ran.stdout.strip()


made = cli("task", "create", "cli task", "--labels", json.dumps([{"name": "car"}]), "--completion_verification_period", "0.05", "local",
           *map(str, pictures[:2]))
equal(cli("task", "ls").split(), [made])
cli("task", "frames", made, "1", "--outdir", str(folder))
cli("task", "backup", made, str(folder / "cli.zip"), "--completion_verification_period", "0.05")
cli("task", "delete", made)
remade = cli("task", "create-from-backup", str(folder / "cli.zip"), "--completion_verification_period", "0.05")
equal(cli("task", "ls").split(), [remade])
print("done")
