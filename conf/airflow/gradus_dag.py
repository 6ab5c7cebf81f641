"""Gradus every night, under Apache Airflow 3.

Copy this file into the DAG folder. Two DAGs are in it; switch on one of them:

    gradus_daily         one task, `gradus run`
    gradus_daily_steps   one task per step, in the order in which `gradus run` takes them

In both follow `gradus publish`, `gradus predict` and `gradus deliver`: the model into a store, and students' states,
recommendations and challenge cards with it.

They are set up with Airflow Variables (environment: AIRFLOW_VAR_GRADUS_INPUT and so on):

    gradus_command   how to call Gradus; default "hadoop jar gradus.jar", on one machine "/opt/gradus/bin/gradus"
    gradus_input     logs of a data date, may contain {ds}; such as hdfs:///logs/{ds}
    gradus_work      work folder of a data date, must contain {ds}; such as hdfs:///gradus/{ds}
    gradus_store     store of published models and of predictions, such as hdfs:///models; without it nothing is
                     published, predicted or delivered
    gradus_options   further options, the same for every step; such as "-conf /etc/gradus-site.xml"

Any task may be cleared and run again at any time: what is up to date is skipped, what was cut off is resumed.
Exit codes 2 (settings), 3 (data) and 4 (refused by a gate) fail at once, since trying again cannot help; any other
failure is retried. The wait before that is Airflow's own default_task_retry_delay.
"""

import shlex
from datetime import datetime

from airflow.providers.standard.hooks.subprocess import SubprocessHook
from airflow.sdk import DAG, BaseOperator
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException

STEPS = ["sort", "difficulty", "prior", "train", "report"]
READS_LOGS = {"run", "sort"}
FOR_A_STORE = ["publish", "predict", "deliver"]
NAMES_THE_STORE = {"publish", "deliver"}
FINAL = {
    2: "usage or settings cannot be used",
    3: "the data cannot be used",
    4: "refused by a quality gate",
}


class GradusOperator(BaseOperator):
    """Runs one Gradus command for a data date; what it prints is the task's log."""

    template_fields = ("program", "logs", "work", "store", "options", "data_date")

    def __init__(self, command, **kwargs):
        super().__init__(**kwargs)
        self.command = command
        self.program = "{{ var.value.get('gradus_command', 'hadoop jar gradus.jar') }}"
        self.logs = "{{ var.value.gradus_input }}"
        self.work = "{{ var.value.gradus_work }}"
        self.store = "{{ var.value.get('gradus_store', '') }}"
        self.options = "{{ var.value.get('gradus_options', '') }}"
        self.data_date = "{{ ds }}"
        self.hook = SubprocessHook()

    def execute(self, context):
        if self.command in FOR_A_STORE and not self.store:
            raise AirflowSkipException(f"Variable gradus_store is not set, so there is nothing to {self.command}.")
        exit_code = self.hook.run_command(self.arguments()).exit_code
        if exit_code in FINAL:
            raise AirflowFailException(
                f"gradus {self.command} ended with {exit_code}, {FINAL[exit_code]}; its last line above says why."
            )
        if exit_code != 0:
            raise AirflowException(
                f"gradus {self.command} ended with {exit_code}; when it is tried again it resumes."
            )

    def on_kill(self):
        self.hook.send_sigterm()

    def arguments(self):
        if "{ds}" not in self.work:
            raise AirflowFailException(
                f"Variable gradus_work is '{self.work}' but must contain {{ds}}, so that each data date has its own folder."
            )
        words = [*shlex.split(self.program), self.command, *shlex.split(self.options)]
        if self.command in READS_LOGS:
            words += ["--input", self.dated(self.logs)]
        if self.command in NAMES_THE_STORE:
            words += ["--store", self.store]
        return words + ["--work", self.dated(self.work)]

    def dated(self, path):
        return path.replace("{ds}", self.data_date)


def daily(dag_id):
    return DAG(
        dag_id,
        schedule="@daily",
        start_date=datetime(2026, 1, 1),
        catchup=False,
        max_active_runs=1,
        default_args={"retries": 3, "retry_exponential_backoff": True},
        tags=["gradus"],
    )


def in_turn(commands):
    previous = None
    for command in commands:
        task = GradusOperator(task_id=command, command=command)
        if previous is not None:
            previous >> task
        previous = task


with daily("gradus_daily"):
    in_turn(["run", *FOR_A_STORE])

with daily("gradus_daily_steps"):
    in_turn([*STEPS, *FOR_A_STORE])
