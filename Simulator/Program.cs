using Lessons; using Lessons.Checking; using Lessons.Reading;
var pl=new ProblemList();
var l= args.Length>0? LessonReader.Load(args[0],pl): LessonLibrary.All[0];
Console.WriteLine(pl.ToString());
if(l!=null) foreach(var r in LessonChecker.Check(l)) Console.WriteLine($"{r.Quantity}@{r.Iteration} {r.Printed} {r.Computed:R} {r.Difference:e2} {r.IsMatch}");
return 0;
